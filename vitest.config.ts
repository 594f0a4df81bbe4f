import { defineConfig } from 'vitest/config';

const exclude = ['**/dist/**', '**/node_modules/**'];
const project = (root: string) => ({
  extends: true as const,
  test: { name: root.split('/')[1] ?? root, root, environment: 'node' as const, exclude, testTimeout: 45_000 },
});

export default defineConfig({
  test: {
    // Unattended, a test that failed is tried once more: real servers and clocks share the cores with whatever else runs
    // there. Which ones needed it is told at the end.
    retry: process.env['CI'] === undefined ? 0 : 1,
    projects: [
      project('packages/review'),
      project('packages/board'),
      project('packages/learning'),
      project('packages/protocol'),
      project('packages/sync'),
      project('packages/store'),
      project('apps/server'),
      project('apps/web'),
      project('e2e/bench'),
    ],
  },
});
