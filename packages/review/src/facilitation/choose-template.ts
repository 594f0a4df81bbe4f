// Another agenda for a meeting that has not begun. Rule: SPEC T4.
import type { Template } from '../templates/template.ts';
import type { Refusal } from './command.ts';
import type { FacilitationState } from './state.ts';
import { lobby } from './transition.ts';

/** @returns the meeting with the template's stages, or why it keeps its own. Raised hands stay up. */
export const chooseTemplate = (
  state: FacilitationState,
  template: Template,
): { ok: true; state: FacilitationState } | { ok: false; reason: Extract<Refusal, 'already-started' | 'ended'> } => {
  if (state.status === 'ended') return { ok: false, reason: 'ended' };
  if (state.status === 'running') return { ok: false, reason: 'already-started' };
  return { ok: true, state: { ...lobby(template), version: state.version + 1, hands: state.hands } };
};
