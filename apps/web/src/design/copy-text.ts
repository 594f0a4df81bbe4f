/**
 * Copies words to the clipboard.
 * Plain http on a network address has no clipboard interface: there the old command is tried.
 * @returns false where the browser allows neither.
 */
export const copyText = async (words: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copyBySelection(words);
  }
};

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
