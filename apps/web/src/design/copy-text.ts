/**
 * Copies words to the clipboard.
 * Plain http on a network address has no clipboard interface: there the old command is tried.
 * @param words  a promise where they come later. To be called within the press all the same: Safari lets nothing be copied after it.
 * @returns false where the browser allows neither.
 * @throws as the promise does.
 */
export const copyText = async (words: string | Promise<string>): Promise<boolean> => {
  try {
    if (typeof words === 'string') await navigator.clipboard.writeText(words);
    else await navigator.clipboard.write([new ClipboardItem({ [plain]: words.then(blobOf) })]);
    return true;
  } catch {
    return copyBySelection(await words);
  }
};

const plain = 'text/plain';
const blobOf = (words: string): Blob => new Blob([words], { type: plain });

const copyBySelection = (words: string): boolean => {
  const focused = document.activeElement;
  // Inside an open dialog everything else is inert and can not be selected.
  const place = focused?.closest('dialog') ?? document.body;
  const area = document.createElement('textarea');
  area.value = words;
  area.className = 'vh';
  place.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
};
