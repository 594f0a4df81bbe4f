// What comes of a command.
import type { StageId } from '../ids.ts';
import type { Refusal } from './command.ts';
import type { StoredMeeting } from './state.ts';

/** What the server must do once the new state is stored. */
export type FacilitationEffect = { kind: 'stage-ended'; stageId: StageId; stageName: string } | { kind: 'reveal' };

export type Transition =
  | { ok: true; state: StoredMeeting; effects: FacilitationEffect[] }
  | { ok: false; reason: Refusal };

export const refuse = (reason: Refusal): Transition => ({ ok: false, reason });

/** Asked for again: it is so already. */
export const unchanged = (state: StoredMeeting): Transition => ({ ok: true, state, effects: [] });

/** @param state  the next one, still with the version of the one before. */
export const accept = (state: StoredMeeting, effects: FacilitationEffect[] = []): Transition => ({
  ok: true,
  state: { ...state, version: state.version + 1 },
  effects,
});
