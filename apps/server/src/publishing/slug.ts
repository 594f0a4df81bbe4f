// Names of published narratives: words that a reader recognises, and 128 random bits that nobody guesses. Pure.
import { titleWords } from '../http/title-words.ts';

/** @param random  22 characters of URL-safe base64. */
export const slugOf = (title: string, random: string): string => {
  const words = titleWords(title);
  return words === '' ? random : `${words}-${random}`;
};
