// Private writing as the components see it.
import type { Thought } from '@hearth/board/drafts';
import type { PerspectiveFacet } from '@hearth/board/cards';
import type { DraftsView } from '@hearth/protocol/facilitation';
import type { Writing } from '@hearth/review/facilitation/state';
import { createContext, use } from 'react';
import type { OwnDraft } from './own-draft.ts';

export type UnderWay = Exclude<Writing, { phase: 'open' }>;

/** Words in the field that are not kept yet. */
export interface Unfinished {
  text: string;
  facet: PerspectiveFacet;
}

export interface Drafts {
  /** null while everybody writes openly. */
  writing: UnderWay | null;
  /** How much the others have written. */
  counts: DraftsView | null;
  /** null for those who may not write, and while nothing is private. */
  own: OwnDraft | null;
  unfinished: Unfinished;
  setUnfinished(unfinished: Unfinished): void;
  /** Mine of a round that is over, which are not on the board. */
  left: readonly Thought[];
  addLeft(): Promise<void>;
  putLeftAside(): void;
  /** True for a moment after a reveal. */
  justRevealed: boolean;
}

export const DraftsContext = createContext<Drafts | null>(null);

export const nothingUnfinished: Unfinished = { text: '', facet: 'saw' };

const openly: Drafts = {
  writing: null,
  counts: null,
  own: null,
  unfinished: nothingUnfinished,
  setUnfinished: () => undefined,
  left: [],
  addLeft: () => Promise.resolve(),
  putLeftAside: () => undefined,
  justRevealed: false,
};

/** Outside of a room, in the history for example, nothing is private. */
export const useDrafts = (): Drafts => use(DraftsContext) ?? openly;
