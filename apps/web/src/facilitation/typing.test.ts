import { afterEach, describe, expect, it, vi } from 'vitest';
import { isBusy } from './typing.ts';

class Element {
  isContentEditable = false;
}
class TextArea extends Element {}
class Input extends Element {
  type = 'text';
}
const page = (focused: Element, over: string | null): void => {
  vi.stubGlobal('HTMLElement', Element);
  vi.stubGlobal('HTMLTextAreaElement', TextArea);
  vi.stubGlobal('HTMLInputElement', Input);
  vi.stubGlobal('document', {
    activeElement: focused,
    querySelector: (selector: string) => (over !== null && selector.includes(over) ? focused : null),
  });
};
afterEach(() => vi.unstubAllGlobals());

describe('being in the middle of something', () => {
  it('[RM1] is writing, and having a dialog or a menu open, wherever the focus is', () => {
    page(new Element(), null);
    expect(isBusy()).toBe(false);
    page(new TextArea(), null);
    expect(isBusy()).toBe(true);
    page(new Element(), 'dialog[open]');
    expect(isBusy()).toBe(true);
    page(new Element(), '[popover]:popover-open');
    expect(isBusy()).toBe(true);
  });
  it('[RM1] is not a press of something that takes no text', () => {
    const box = new Input();
    box.type = 'checkbox';
    page(box, null);
    expect(isBusy()).toBe(false);
  });
});
