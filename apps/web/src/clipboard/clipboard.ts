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
