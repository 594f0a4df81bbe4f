// Another agenda for a meeting that has not begun. Rule: SPEC T4.
import type { Template } from '../templates/template.ts';
import type { Refusal } from './command.ts';
import type { StoredMeeting } from './state.ts';
import { lobby } from './transition.ts';

/** @returns the meeting with the template's stages, or why it keeps its own. Raised hands, the ground rules and the checklist stay as they are. */
export const chooseTemplate = (
  state: StoredMeeting,
  template: Template,
): { ok: true; state: StoredMeeting } | { ok: false; reason: Extract<Refusal, 'already-started' | 'ended'> } => {
  if (state.status === 'ended') return { ok: false, reason: 'ended' };
  if (state.status === 'running') return { ok: false, reason: 'already-started' };
  return { ok: true, state: { ...state, ...lobby(template), version: state.version + 1, hands: state.hands } };
};
