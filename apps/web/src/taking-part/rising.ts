// Reactions that are on the screen just now. Each stays for two seconds; a person has one at a time.
import type { ParticipantId } from '@hearth/review/ids';
import { createStore, useStore } from '../board/store.ts';
import type { GivenReaction } from './reactions.ts';

export interface Rise extends GivenReaction {
  key: number;
}

const stayMs = 2_000;
/** More people than these at once are told by number. */
const most = 40;

export const withRise = (shown: readonly Rise[], rise: Rise): Rise[] =>
  [...shown.filter(({ participantId }) => participantId !== rise.participantId), rise].slice(-most);

const rising = createStore<{ shown: readonly Rise[] }>({ shown: [] });
let nextKey = 1;

/** @returns how to take it away at once. */
export const raise = (participantId: ParticipantId, reaction: Rise['reaction']): (() => void) => {
  const key = nextKey++;
  rising.set({ shown: withRise(rising.get().shown, { key, participantId, reaction }) });
  const drop = (): void => rising.set({ shown: rising.get().shown.filter((rise) => rise.key !== key) });
  const timer = setTimeout(drop, stayMs);
  return () => {
    clearTimeout(timer);
    drop();
  };
};

export const useRises = (): readonly Rise[] => useStore(rising, ({ shown }) => shown);
