// Who leads the meeting: handed over, asked for, and never taken silently. SPEC F21.
import type { ParticipantId } from '../ids.ts';
import { permission } from '../permission.ts';
import type { CommandContext } from './command.ts';
import { accept, refuse, unchanged, type Transition } from './outcome.ts';
import { without, type StoredMeeting } from './state.ts';

/** How long the leader has to decline. */
export const leadAnswerMs = 15_000;
/** For so long whoever leads and has gone counts as here: to reload the page is no way to lose the lead. */
export const leadGraceMs = 8_000;

export const askLead = (state: StoredMeeting, { actor, nowMs, here }: CommandContext): Transition => {
  const me = actor.participantId;
  const { leader, leadAsked } = state;
  if (leader === me) return refuse('already-leading');
  if (leadAsked?.by === me) return unchanged(state);
  // Who asked and left stands in nobody's way.
  if (leadAsked && here.includes(leadAsked.by)) return refuse('lead-asked');
  return accept({ ...state, leadAsked: { by: me, atMs: nowMs } });
};

export const keepLead = (state: StoredMeeting, { actor }: CommandContext): Transition => {
  const { leader, leadAsked } = state;
  if (!leadAsked) return refuse('lead-not-asked');
  if (actor.participantId !== leader && actor.participantId !== leadAsked.by) return refuse('not-leading');
  return accept(without(state, 'leadAsked'));
};

export const handOver = (state: StoredMeeting, to: ParticipantId, { actor, people }: CommandContext): Transition => {
  const { leader } = state;
  if (leader === to) return refuse('already-leading');
  if (leader !== undefined && leader !== actor.participantId) return refuse('not-leading');
  const role = people.find(({ participantId }) => participantId === to)?.role;
  if (role === undefined || !permission(role, 'facilitation.run').allowed) return refuse('can-not-lead');
  return accept(ledBy(state, to));
};

export const takeLead = (state: StoredMeeting, { actor, nowMs, here, justLeft = [] }: CommandContext): Transition => {
  const me = actor.participantId;
  const { leader, leadAsked } = state;
  if (leader === me) return refuse('already-leading');
  if (leader === undefined || ![...here, ...justLeft].includes(leader)) return accept(ledBy(state, me));
  if (leadAsked?.by !== me) return refuse('lead-not-asked');
  if (nowMs - leadAsked.atMs < leadAnswerMs) return refuse('lead-waits');
  return accept(ledBy(state, me));
};

/** Whoever asked for it has their answer. */
const ledBy = (state: StoredMeeting, leader: ParticipantId): StoredMeeting => ({
  ...without(state, 'leadAsked'),
  leader,
});
