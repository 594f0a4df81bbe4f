import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { comesFirst, firstThings } from './first-things.ts';

describe('what comes first', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.runAllTimers();
    vi.useRealTimers();
  });

  const followed = (): { went: boolean } => {
    const seen = { went: false };
    void firstThings()?.then(() => (seen.went = true));
    return seen;
  };

  it('[W1] what can come later waits until the page is painted', async () => {
    const shown = comesFirst();
    const other = followed();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(other.went).toBe(false);
    shown();
    await vi.advanceTimersByTimeAsync(200);
    expect(other.went).toBe(true);
    expect(firstThings()).toBeNull();
  });

  it('[W1] a page that never comes holds nothing up for ever', async () => {
    comesFirst();
    const other = followed();
    await vi.advanceTimersByTimeAsync(2_100);
    expect(other.went).toBe(true);
  });

  it('[W1] the page that came last is waited for', async () => {
    comesFirst()();
    const shown = comesFirst();
    await vi.advanceTimersByTimeAsync(500);
    expect(firstThings()).not.toBeNull();
    shown();
    await vi.advanceTimersByTimeAsync(200);
    expect(firstThings()).toBeNull();
  });
});
