#!/usr/bin/env node
// Entry of every command: node scripts/launch.mjs <start|test|dev|check|bench|cli|e2e|shots> [arguments]
// Needs only Node >= 18 and npm; what else is needed it brings along into .toolchain/.

const major = Number(process.versions.node.split('.')[0]);
if (major < 18) {
  console.error(`hearth: Node ${process.versions.node} is too old. Install Node 20 or later from https://nodejs.org.`);
  process.exit(1);
}

const { main } = await import('./launch/main.mjs');
await main(process.argv.slice(2));
