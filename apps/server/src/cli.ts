// `pnpm hearth …`: prints what a command gives, or its mistake in one line on stderr with exit code 2; 1 when it
// could not be done.
import { runCommand } from './command-line.ts';

// Ends as usual: what was half done is removed.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const outcome = await runCommand(process.argv.slice(2), process.stdin, process.env, (line) => {
  process.stderr.write(`${line}\n`);
});
if (outcome.ok) {
  process.stdout.write(outcome.output);
} else {
  process.stderr.write(
    [`hearth: ${outcome.problem}`, ...outcome.choices.map((choice) => `  ${choice}`), ''].join('\n'),
  );
  process.exitCode = outcome.exitCode;
}
