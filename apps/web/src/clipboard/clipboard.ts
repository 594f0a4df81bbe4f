// What can be copied and pasted in the room; nothing until what does it is here.
import type { Pasting } from './read-clip.ts';
import type { PasteQuestion } from './use-clipboard.ts';

export interface Clipboard {
  copy: () => void;
  cut: () => void;
  paste: () => void;
  question: PasteQuestion | null;
  /** Takes what the person pasted into the open question. */
  answer: (pasting: Pasting) => void;
  close: () => void;
}

const nothing = (): void => undefined;

export const noClipboard: Clipboard = {
  copy: nothing,
  cut: nothing,
  paste: nothing,
  question: null,
  answer: nothing,
  close: nothing,
};

/** Keeps what is pasted before anything can take it. @returns ends that, and pastes it then. */
export const holdPastes = (): (() => void) => {
  const held: { target: EventTarget; data: DataTransfer }[] = [];
  const hold = (event: ClipboardEvent): void => {
    const { target, clipboardData } = event;
    if (target === null || clipboardData === null || event.defaultPrevented) return;
    if (target instanceof HTMLElement && target.matches('input, textarea, [contenteditable="true"]')) return;
    event.preventDefault();
    const data = new DataTransfer();
    for (const type of clipboardData.types) data.setData(type, clipboardData.getData(type));
    for (const file of clipboardData.files) data.items.add(file);
    held.push({ target, data });
  };
  window.addEventListener('paste', hold);
  return () => {
    window.removeEventListener('paste', hold);
    for (const { target, data } of held)
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  };
};
