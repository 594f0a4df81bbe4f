// Names of published narratives: words that a reader recognises, and 128 random bits that nobody guesses. Pure.

/** Words of a title as they may stand in an address or a file name; may be empty. */
export const titleWords = (title: string): string =>
  title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');

/** @param random  22 characters of URL-safe base64. */
export const slugOf = (title: string, random: string): string => {
  const words = titleWords(title);
  return words === '' ? random : `${words}-${random}`;
};
