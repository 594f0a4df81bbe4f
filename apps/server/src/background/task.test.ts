import { afterEach, describe, expect, it } from 'vitest';
import { BackgroundTask } from './task.ts';

const tasks: BackgroundTask<string, string>[] = [];
const open = (capMs: number): BackgroundTask<string, string> => {
  const task = new BackgroundTask<string, string>(new URL('../test/shouting-worker.ts', import.meta.url), capMs);
  tasks.push(task);
  return task;
};
afterEach(async () => {
  await Promise.all(tasks.splice(0).map((task) => task.close()));
});

describe('a background task', () => {
  it('answers each input with its own output', async () => {
    const task = open(5_000);
    const outcomes = await Promise.all(['a', 'b', 'c'].map((input) => task.run(input)));
    expect(outcomes).toEqual(['A', 'B', 'C'].map((output) => ({ ok: true, output })));
  });

  it('gives up what takes too long, and goes on with the next', async () => {
    const task = open(150);
    const outcomes = await Promise.all([task.run('for ever'), task.run('next')]);
    expect(outcomes).toEqual([
      { ok: false, reason: 'too-slow' },
      { ok: true, output: 'NEXT' },
    ]);
  });

  it('survives input that crashes its thread', async () => {
    const task = open(5_000);
    const outcomes = await Promise.all([task.run('throw'), task.run('exit'), task.run('next')]);
    expect(outcomes).toEqual([
      { ok: false, reason: 'crashed' },
      { ok: false, reason: 'crashed' },
      { ok: true, output: 'NEXT' },
    ]);
  });

  it('answers everybody when it is closed', async () => {
    const task = open(60_000);
    const running = task.run('for ever');
    const waiting = task.run('next');
    await task.close();
    expect(await Promise.all([running, waiting])).toEqual([
      { ok: false, reason: 'crashed' },
      { ok: false, reason: 'crashed' },
    ]);
  });
});
