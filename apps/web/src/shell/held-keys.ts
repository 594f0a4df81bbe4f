// Letters that are typed while the field for them is still on its way: held, and typed there once it has the focus.

const patienceFrames = 60;
const mostHeld = 200;

interface HeldKeys {
  /** The field is there, or will be within a few frames. */
  release: () => void;
  /** Nobody waits for it any more. */
  drop: () => void;
}

/** Letters, and the key that ends them. Commands with Ctrl or Alt, and every other key, go where they always go. */
const isHeld = (event: KeyboardEvent): boolean =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.isComposing &&
  (event.key === 'Enter' || event.key === 'Backspace' || [...event.key].length === 1);

export const holdKeys = (): HeldKeys => {
  const held: string[] = [];
  let frame = 0;
  const take = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') held.length = 0;
    // What has the focus and takes letters itself keeps them.
    if (!isHeld(event) || fieldInFocus() !== null || held.length >= mostHeld) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Backspace') held.pop();
    else held.push(event.key);
  };
  const drop = (): void => {
    cancelAnimationFrame(frame);
    window.removeEventListener('keydown', take, { capture: true });
  };
  const look = (left: number): void => {
    const field = fieldInFocus();
    if (field === null && left > 0) {
      frame = requestAnimationFrame(() => look(left - 1));
      return;
    }
    drop();
    if (field !== null) typeInto(field, held);
  };
  window.addEventListener('keydown', take, { capture: true });
  return { release: () => look(patienceFrames), drop };
};

const fieldInFocus = (): HTMLElement | null => {
  const element = document.activeElement;
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : null;
};

const typeInto = (field: HTMLElement, keys: readonly string[]): void => {
  for (const key of keys)
    if (key === 'Enter') field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    // The only way that counts as typed, for the field's undo as well.
    else document.execCommand('insertText', false, key);
};
