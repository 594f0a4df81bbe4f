// Whether the person is in the middle of something: they are never moved then.
import { overlayOpen } from '../design/overlay.ts';

/** True while the focus is where text goes in. */
export const isTyping = (): boolean => {
  const focused = document.activeElement;
  if (focused instanceof HTMLTextAreaElement) return true;
  if (focused instanceof HTMLInputElement) return !notText.has(focused.type);
  return focused instanceof HTMLElement && focused.isContentEditable;
};

const notText = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'file', 'color', 'image']);

/** True while somebody writes, or has a dialog or a menu open: it is about what lies under it. */
export const isBusy = (): boolean => isTyping() || overlayOpen();
