// Reactions on cards: one of a kind each, given and taken back. Each is a field of its card, `react:<kind>:<who>`, so that
// people who react at once all count. Where no person is to be stored, `who` is a mark that was drawn by lot. SPEC E1–E6.
import { isId, type CardId, type ParticipantId } from '@hearth/review/ids';
import * as Y from 'yjs';
import type { Card, Reaction, ReactionKind } from './cards.ts';
import { reactionKinds } from './cards.ts';
import type { Writer } from './operations.ts';
import { joinedTo } from './joined.ts';
import { reactionField } from './read.ts';

/** Who reacts, and how it is to be told. */
export interface Reactor {
  id: ParticipantId;
  name: string;
  /**
   * Stands for the person where none is stored: an id that says nothing, drawn for this card and this kind alone and kept on
   * the device, so that two of somebody's reactions can't be told to be of one person.
   */
  mark: string | null;
  /** The stage is anonymous: nobody is stored. */
  nameless: boolean;
}

/**
 * Gives a reaction, or takes it back where it was given, with the name or without. A step of undo of its own, which takes
 * back this one and nothing else.
 * @returns what it is now; null where there is no such card, or no mark to stand for somebody who is not to be named.
 */
export const toggleReaction = (
  { board, origin, undo }: Writer,
  card: CardId,
  kind: ReactionKind,
  { id, name, mark, nameless }: Reactor,
): 'given' | 'taken-back' | null => {
  const map = board.cards.get(card);
  const who = nameless ? mark : id;
  if (!(map instanceof Y.Map) || !isId(who)) return null;
  const fields = [id, ...(mark === null ? [] : [mark])].map((one) => `${reactionField}${kind}:${one}`);
  // What was given to a moment that is shown here counts here.
  const given = [map, ...joinedTo(board.cards, card).map((one) => board.cards.get(one))].flatMap((one) =>
    one instanceof Y.Map ? fields.filter((field) => one.has(field)).map((field) => ({ of: one, field })) : [],
  );
  undo.stopCapturing();
  board.doc.transact(() => {
    for (const { of, field } of given) of.delete(field);
    if (given.length === 0) map.set(`${reactionField}${kind}:${who}`, nameless ? true : { name: name.slice(0, 80) });
  }, origin);
  undo.stopCapturing();
  return given.length > 0 ? 'taken-back' : 'given';
};

export interface ReactionCount {
  kind: ReactionKind;
  count: number;
  /** Of those who are named. */
  names: readonly string[];
  mine: boolean;
}

/** Those that were given, in the order of `reactionKinds`. @param mine  whether the one who looks gave it. */
export const countReactions = (
  { reactions = [] }: Pick<Card, 'reactions'>,
  mine: (reaction: Reaction) => boolean,
): ReactionCount[] =>
  reactionKinds.flatMap((kind) => {
    const given = reactions.filter((reaction) => reaction.kind === kind);
    if (given.length === 0) return [];
    return [{ kind, count: given.length, names: given.flatMap(({ name }) => name ?? []), mine: given.some(mine) }];
  });
