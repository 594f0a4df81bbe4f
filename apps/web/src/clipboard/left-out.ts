// Tells of letters for which a field has no room: browsers leave them out without a word. From the room's first moment on.
import { longestText } from '@hearth/board/read';

export type Field = Pick<HTMLInputElement, 'value' | 'maxLength' | 'selectionStart' | 'selectionEnd'>;

/** @returns the words about letters of a paste that find no room; null where all of them fit. */
export const leftOut = (field: Field, text: string): string | null => {
  const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  const left = field.value.length - selected + text.length - field.maxLength;
  if (field.maxLength <= 0 || left <= 0) return null;
  const room =
    field.maxLength === longestText
      ? 'A card holds 20,000 letters.'
      : `There is room for ${field.maxLength.toLocaleString('en-GB')} letters here.`;
  return `${room} The last ${left.toLocaleString('en-GB')} of what you pasted were left out.`;
};

/** @returns ends that. */
export const tellLeftOut = (tell: (words: string) => void): (() => void) => {
  const pasted = ({ target, clipboardData, defaultPrevented }: ClipboardEvent): void => {
    if (defaultPrevented || !(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
    const words = leftOut(target, clipboardData?.getData('text/plain') ?? '');
    if (words !== null) tell(words);
  };
  document.addEventListener('paste', pasted);
  return () => document.removeEventListener('paste', pasted);
};
