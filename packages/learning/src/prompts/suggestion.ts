// A question that the board suggests, and how it is known again.
import type { CardId } from '@hearth/review/ids';

export const suggestionRules = [
  'told-differently',
  'known-then',
  'gap',
  'no-perspective',
  'open-question',
  'lands-on-person',
  'one-kind',
  'unexplained',
  'unlinked',
  'claim',
  'hear-more',
  'no-detection',
  'voices',
] as const;
export type SuggestionRule = (typeof suggestionRules)[number];

/** More of the same would only be read over. */
export const mostOfARule = 6;

export interface Suggestion {
  /** The same for as long as the facts are the same that it rests on: what somebody put aside is known by it. */
  key: string;
  rule: SuggestionRule;
  /** To be read aloud. */
  question: string;
  /** Why it appears, in one sentence. */
  why: string;
  /** What it is about, the first of them first; none where it is about the whole. */
  cards: readonly CardId[];
  /** The block of the narrative that it is about. */
  block?: number;
  /** Rests on who is in the room: for the facilitator's eyes, and nowhere else. */
  private?: true;
}

/** @param facts  what it rests on. */
export const suggest = (
  rule: SuggestionRule,
  facts: readonly (string | number)[],
  said: Pick<Suggestion, 'question' | 'why'> & Partial<Pick<Suggestion, 'cards' | 'block' | 'private'>>,
): Suggestion => ({ key: [rule, ...facts].join(' '), rule, cards: [], ...said });

const longestQuote = 48;

/** The first line of a card, in quotation marks, cut between words. */
export const quoted = (text: string): string => {
  const line = text.trim().split('\n', 1)[0] ?? '';
  if (line === '') return 'the card without words';
  if (line.length <= longestQuote) return `“${line}”`;
  const cut = line.slice(0, longestQuote).replace(/\s+\S*$/u, '');
  return `“${cut.toWellFormed().replace(/[\s.,;:]+$/u, '')}…”`;
};

/** Tells one text from another, in a key that is kept on a device: no word of it can be read there. FNV-1a, 32 bits. */
export const fingerprint = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
};
