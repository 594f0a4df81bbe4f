// What the narrative is made of: its sections with their words, and the cards that it cites. Pure.
import type { CardId } from '@hearth/review/ids';
import { isId } from '@hearth/review/ids';
import type { Node } from '@tiptap/pm/model';

export interface Section {
  /** Position of the heading in the document; sections are told apart by it. */
  at: number;
  title: string;
  level: number;
  /** Words between this heading and the next one. */
  words: number;
  /** Citations in it. */
  cites: number;
}

export interface Outline {
  sections: Section[];
  words: number;
  /** Each card once, in the order of its first citation. */
  cited: CardId[];
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;

/** Words as a reader counts them: `13:05` is two, `hand-written` one, punctuation none. */
export const countWords = (text: string): number => text.match(wordPattern)?.length ?? 0;

/** Citations are no words of the story. */
export const outlineOf = (document: Node): Outline => {
  const sections: Section[] = [];
  const cited = new Set<CardId>();
  let words = 0;
  document.forEach((block, at) => {
    if (block.type.name === 'heading') {
      const level: unknown = block.attrs['level'];
      sections.push({
        at,
        title: wordsOf(block).trim(),
        level: typeof level === 'number' ? level : 2,
        words: 0,
        cites: 0,
      });
    } else {
      const count = countWords(wordsOf(block));
      words += count;
      const section = sections.at(-1);
      if (section) section.words += count;
    }
    block.descendants((node) => {
      const id: unknown = node.type.name === 'cite' ? node.attrs['cardId'] : null;
      if (!isId(id)) return;
      cited.add(id as CardId);
      const section = sections.at(-1);
      if (section) section.cites += 1;
    });
  });
  return { sections, words, cited: [...cited] };
};

/** Fewer words than these claim little. */
const claimFromWords = 40;

/** Sections that tell a lot and cite nothing. References are what they are. */
export const unsupported = (sections: readonly Section[]): Section[] =>
  sections.filter(
    ({ title, words, cites }) => cites === 0 && words >= claimFromWords && title.trim().toLowerCase() !== 'references',
  );

const wordsOf = (block: Node): string => block.textBetween(0, block.content.size, ' ', ' ');

const wordsAMinute = 220;

/** Minutes that reading takes, one at least; 0 where there is nothing. */
export const readingMinutes = (words: number): number =>
  words === 0 ? 0 : Math.max(1, Math.round(words / wordsAMinute));

/** `214 words`, `1 word`, `empty`. */
export const wordsInWords = (words: number): string =>
  words === 0 ? 'empty' : words === 1 ? '1 word' : `${words.toLocaleString('en')} words`;
