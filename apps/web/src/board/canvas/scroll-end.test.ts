import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { onScrollEnd } from './scroll-end.ts';

describe('the end of scrolling', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const heard = (element: EventTarget) => {
    const ends = vi.fn();
    return { ends, stop: onScrollEnd(element, ends) };
  };

  test('[B15] is what the browser says, where it does', () => {
    const element = Object.assign(new EventTarget(), { onscrollend: null });
    const { ends, stop } = heard(element);
    element.dispatchEvent(new Event('scroll'));
    vi.advanceTimersByTime(1_000);
    expect(ends).not.toHaveBeenCalled();
    element.dispatchEvent(new Event('scrollend'));
    expect(ends).toHaveBeenCalledTimes(1);
    stop();
    element.dispatchEvent(new Event('scrollend'));
    expect(ends).toHaveBeenCalledTimes(1);
  });

  test('[B15] is found by waiting in browsers that do not say it', () => {
    const element = new EventTarget();
    const { ends, stop } = heard(element);
    for (let turn = 0; turn < 3; turn++) {
      element.dispatchEvent(new Event('scroll'));
      vi.advanceTimersByTime(100);
    }
    expect(ends).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(ends).toHaveBeenCalledTimes(1);
    element.dispatchEvent(new Event('scroll'));
    stop();
    vi.advanceTimersByTime(1_000);
    expect(ends).toHaveBeenCalledTimes(1);
  });
});
