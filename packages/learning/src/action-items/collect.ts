// Finds what reads like an action on a board: the action cards, then the narrative. Pure. Rules: SPEC R7-R9.
import type { BoardSnapshot } from '@hearth/board/snapshot';
import { plainText } from '../markdown/inline.ts';
import { narrativeMarkdown } from '../publishing/narrative-markdown.ts';
import type { Words } from '../publishing/narrative-inline.ts';
import { extractActions, extractFromSentence } from './extract.ts';
import { actionLimits, type ActionFields } from './model.ts';
import type { ExtractedItem } from './reconcile.ts';
import { normalised } from './words.ts';

/** For the extractor, not for readers: words as written, without citations, which are no part of a sentence. */
const asWritten: Words = { text: (words) => words, cite: () => '', line: (line) => line.trim(), lineBreak: '\n' };

/** Longer sentences are cut when they are cited; in characters. */
const longestSentence = 2000;

/**
 * @param today  Calendar day for dates in plain words, YYYY-MM-DD.
 * @returns cards in the board's order, parked ones included, then what only the narrative says.
 */
export const collectActions = (snapshot: BoardSnapshot, today: string): ExtractedItem[] => {
  const fromCards = snapshot.cards.flatMap((card): ExtractedItem[] => {
    const sentence = card.text.trim();
    if (card.kind !== 'action' || sentence === '') return [];
    const fields = extractFromSentence(sentence, { today });
    const source = { kind: 'card', cardId: card.id, sentence: sentence.slice(0, longestSentence) } as const;
    return [{ source, fields: bounded({ ...fields, text: fields.text || sentence }) }];
  });
  const onCards = new Set(fromCards.map((item) => normalised(item.fields.text)));
  const fromNarrative = extractActions(narrativeMarkdown(snapshot.narrative, { words: asWritten }), { today })
    .filter((action) => !onCards.has(normalised(action.text)))
    .map((action): ExtractedItem => {
      const sentence = plainText(action.source.sentence).slice(0, longestSentence);
      return { source: { kind: 'narrative', sentence }, fields: bounded(action) };
    });
  return [...fromCards, ...fromNarrative];
};

/**
 * What a form takes: a person who confirms must be able to send the fields back. A ticket's address that is cut leads
 * nowhere, so it is left out.
 */
const bounded = ({ text, owner, due, priority, kind, ticket }: ActionFields): ActionFields => ({
  text: text.slice(0, actionLimits.text),
  owner: owner?.slice(0, actionLimits.owner) ?? null,
  due,
  priority,
  kind,
  ticket: ticket !== null && ticket.length <= actionLimits.ticket ? ticket : null,
});
