import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const stored = new Map<string, string>();
const storage = {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
  removeItem: (key: string) => void stored.delete(key),
};
/** As after a reload: what is only in the page's memory is gone. */
const reload = async () => {
  vi.resetModules();
  return import('./wander.ts');
};

beforeEach(() => vi.stubGlobal('localStorage', storage));
afterEach(() => {
  vi.unstubAllGlobals();
  stored.clear();
});

it('[RM3] wandering is remembered for one review, and forgotten when one goes with the room again', async () => {
  const { isWandering, setWandering } = await reload();
  expect(isWandering('review-1')).toBe(false);
  setWandering('review-1', true);
  expect(isWandering('review-1')).toBe(true);
  const after = await reload();
  expect([after.isWandering('review-1'), after.isWandering('review-2')]).toEqual([true, false]);
  after.setWandering('review-1', false);
  expect((await reload()).isWandering('review-1')).toBe(false);
});

it('[RM3] where nothing can be stored it holds until the page is left', async () => {
  const refuse = () => {
    throw new Error('storage is switched off');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  const { isWandering, setWandering } = await reload();
  expect(isWandering('review-1')).toBe(false);
  setWandering('review-1', true);
  expect(isWandering('review-1')).toBe(true);
});
