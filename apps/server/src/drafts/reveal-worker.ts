// Worker thread: reads drafts and finds the one update that puts them on the board. Rules: SPEC D3.
import { readThoughts, revealThoughts, type Draft, type Thought } from '@hearth/board/drafts';
import type { Attribution } from '@hearth/review/templates/template';
import * as Y from 'yjs';
import { answerWith } from '../background/thread.ts';

export interface RevealInput {
  board: Uint8Array;
  /** Each as the log has it, or as its author has sent it. */
  drafts: readonly { author: Draft['author']; thoughts: readonly Uint8Array[] | readonly Thought[] }[];
  attribution: Attribution;
  nowMs: number;
}

/** One update to be applied to `board`; null when it has everything already. */
export type RevealChange = Uint8Array | null;

const isUpdates = (given: RevealInput['drafts'][number]['thoughts']): given is readonly Uint8Array[] =>
  given[0] instanceof Uint8Array;

const thoughtsIn = (given: RevealInput['drafts'][number]['thoughts']): readonly Thought[] => {
  if (!isUpdates(given)) return given;
  const doc = new Y.Doc();
  for (const update of given) Y.applyUpdate(doc, update);
  const thoughts = readThoughts(doc);
  doc.destroy();
  return thoughts;
};

answerWith(({ board, drafts, attribution, nowMs }: RevealInput): RevealChange => {
  const live = new Y.Doc();
  Y.applyUpdate(live, board);
  let change: RevealChange = null;
  live.on('update', (update: Uint8Array) => {
    change = update;
  });
  const read = drafts.map(({ author, thoughts }): Draft => ({ author, thoughts: thoughtsIn(thoughts) }));
  revealThoughts(live, read, { attribution, nowMs });
  live.destroy();
  return change;
});
