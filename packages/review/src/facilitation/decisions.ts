// What the room has decided, who was there, and the leaders' checklist. SPEC F28–F30.
import type { ParticipantId } from '../ids.ts';
import { permission } from '../permission.ts';
import { commandLimits, type CommandContext } from './command.ts';
import { withMember } from './members.ts';
import { accept, refuse, unchanged, type Transition } from './outcome.ts';
import { without, type StoredMeeting } from './state.ts';

export const acknowledge = (state: StoredMeeting, me: ParticipantId): Transition => {
  const before = state.acknowledged ?? [];
  const acknowledged = withMember(before, me, true);
  return acknowledged === before ? unchanged(state) : accept({ ...state, acknowledged });
};

export const decide = (
  state: StoredMeeting,
  { id, text }: { id: string; text: string },
  { actor, nowMs, here }: CommandContext,
): Transition => {
  const before = state.decisions ?? [];
  const by = actor.participantId;
  const same = before.find((decision) => decision.id === id);
  if (same) return same.by === by && same.text === text ? unchanged(state) : refuse('decision-taken');
  if (before.length >= commandLimits.decisions) return refuse('too-many-decisions');
  const present = withMember(here, by, true);
  return accept({ ...state, decisions: [...before, { id, text, atMs: nowMs, by, present }] });
};

export const withdrawDecision = (state: StoredMeeting, id: string, { actor }: CommandContext): Transition => {
  const decision = state.decisions?.find((one) => one.id === id);
  if (!decision) return refuse('no-such-decision');
  if (decision.by !== actor.participantId && !permission(actor.role, 'facilitation.run').allowed)
    return refuse('not-your-decision');
  return accept({ ...state, decisions: (state.decisions ?? []).filter((one) => one !== decision) });
};

export const wordOpening = (state: StoredMeeting, text: string | null): Transition => {
  if ((state.opening ?? null) === text) return unchanged(state);
  return accept(text === null ? without(state, 'opening') : { ...state, opening: text });
};

export const letSoak = (state: StoredMeeting, soak: boolean): Transition =>
  (state.soak ?? false) === soak ? unchanged(state) : accept({ ...state, soak });

export const check = (state: StoredMeeting, item: string, done: boolean): Transition => {
  const before = state.checks ?? [];
  const checks = withMember(before, item, done);
  if (checks === before) return unchanged(state);
  return checks.length > commandLimits.checks ? refuse('too-many-checks') : accept({ ...state, checks });
};
