import { defineConfig } from 'vitest/config';

const exclude = ['**/dist/**', '**/node_modules/**'];
const project = (root: string) => ({
  extends: true as const,
  test: { name: root.split('/')[1] ?? root, root, environment: 'node' as const, exclude, testTimeout: 20_000 },
});

export default defineConfig({
  test: {
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
