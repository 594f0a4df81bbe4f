import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { focusWhatIsPressed } from './press-focus.ts';

const safari = { vendor: 'Apple Computer, Inc.', maxTouchPoints: 0 };

/** What lies on a page, as far as a press asks for it. */
class FakeElement {
  readonly focus = vi.fn();
  readonly #kind: 'button' | 'disabled' | 'words';
  constructor(kind: 'button' | 'disabled' | 'words') {
    this.#kind = kind;
  }
  closest(): this | null {
    return this.#kind === 'words' ? null : this;
  }
  matches(): boolean {
    return this.#kind === 'disabled';
  }
}
class FakePress extends Event {
  readonly button: number;
  readonly on: unknown;
  constructor(on: unknown, button: number) {
    super('mousedown', { cancelable: true });
    this.on = on;
    this.button = button;
  }
  override get target(): EventTarget {
    return this.on as EventTarget;
  }
}

/** @returns whether the press was taken from the browser. */
const press = (on: object, browser = safari, button = 0, taken = false): boolean => {
  const page = new EventTarget();
  if (taken) page.addEventListener('mousedown', (event) => event.preventDefault());
  const stop = focusWhatIsPressed(page, browser);
  const event = new FakePress(on, button);
  page.dispatchEvent(event);
  stop();
  return event.defaultPrevented;
};

describe('a pressed button', () => {
  beforeEach(() => {
    vi.stubGlobal('MouseEvent', FakePress);
    vi.stubGlobal('Element', FakeElement);
  });
  afterEach(() => void vi.unstubAllGlobals());

  test('has the focus in Safari on a Mac', () => {
    const button = new FakeElement('button');
    expect(press(button)).toBe(true);
    expect(button.focus).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['in another browser', { vendor: 'Google Inc.', maxTouchPoints: 0 }, 0, false],
    ['on a phone, where the keyboard stays', { ...safari, maxTouchPoints: 5 }, 0, false],
    ['with another button of the mouse', safari, 2, false],
    ['when somebody has taken the press', safari, 0, true],
  ])('is left to the browser %s', (_, browser, mouse, taken) => {
    const button = new FakeElement('button');
    expect(press(button, browser, mouse, taken)).toBe(taken);
    expect(button.focus).not.toHaveBeenCalled();
  });

  test('is left to the browser where nothing can be pressed', () => {
    for (const kind of ['disabled', 'words'] as const) {
      const element = new FakeElement(kind);
      expect(press(element)).toBe(false);
      expect(element.focus).not.toHaveBeenCalled();
    }
  });
});
