// Whether the person is in the middle of writing: they are never moved then.

/** True while the focus is where text goes in. */
export const isTyping = (): boolean => {
  const focused = document.activeElement;
  if (focused instanceof HTMLTextAreaElement) return true;
  if (focused instanceof HTMLInputElement) return !notText.has(focused.type);
  return focused instanceof HTMLElement && focused.isContentEditable;
};

const notText = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'file', 'color', 'image']);
