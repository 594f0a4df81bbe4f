// How a card is named inside a sentence: its time, if it has one, and its first words. Pure.
import type { Card } from '@hearth/board/cards';
import { wallTimeOf } from '@hearth/review/time/wall-time';

/** Beyond this a chip would push the sentence aside; the whole text is its tooltip. */
const longest = 34;

export const citeLabel = (card: Card, zone: string): string => {
  const words = shortened(card.text.replaceAll(/\s+/g, ' ').trim());
  if (card.kind !== 'event' || card.at === null) return words || 'Empty card';
  const clock = wallTimeOf(card.at, zone).slice(11, 16);
  return `${card.precision === 'about' ? 'about ' : ''}${clock} ${words}`.trim();
};

/** Cut between words, or within a word that is longer than the chip. */
export const shortened = (text: string): string => {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\s,.;:–-]+$/u, '')}…`;
};
