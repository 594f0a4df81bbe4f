// What a facilitator did to the meeting, told to the others who run it: nothing is done silently. Pure.
import type { FacilitationCommandKind } from '@hearth/review/facilitation/command';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { Zone } from '@hearth/review/templates/template';
import { counted } from '@hearth/review/time/words';

/** How the zones of the agenda are called where a sentence names them. */
export const zoneWords: Record<Zone, string> = {
  timeline: 'Timeline',
  perspectives: 'Perspectives',
  factors: 'Factors',
  learnings: 'Learnings and actions',
  narrative: 'Narrative',
};

interface Told {
  before: FacilitationState;
  after: FacilitationState;
}

const lockWords = ({ before, after }: Told): string => {
  const [was, is] = [before.locked ?? [], after.locked ?? []];
  const locked = is.find((zone) => !was.includes(zone));
  const open = was.find((zone) => !is.includes(zone));
  if (locked) return `locked ${zoneWords[locked]}`;
  return open ? `unlocked ${zoneWords[open]}` : 'changed what is locked';
};

const words: Record<FacilitationCommandKind, ((told: Told) => string) | null> = {
  pause: () => 'paused the clock',
  resume: () => 'let the clock run on',
  extend: ({ before, after }) => {
    const minutes = Math.round((after.timer.plannedMs - before.timer.plannedMs) / 60_000);
    return minutes > 0 ? `gave this stage ${counted(minutes, 'minute')} more` : 'gave this stage more time';
  },
  reflow: () => 'shared the time that is left among the stages',
  'ask-extend': () => 'asks the room for more time',
  'drop-extend': () => 'took the question for more time back',
  'lower-hand': () => 'lowered a hand',
  'write-privately': () => 'began private writing',
  reveal: () => 'reveals what was written',
  'lock-zone': lockWords,
  'begin-round': () => 'began a round',
  'end-turn': () => 'passed the turn on',
  'end-round': () => 'ended the round',
  'open-vote': () => 'opened a vote',
  'close-vote': () => 'closed the vote',
  'discard-vote': () => 'discarded the vote',
  'hand-over': null,
  'take-lead': null,
  'withdraw-decision': () => 'withdrew a decision',
  soak: () => 'changed how long actions soak',
  'word-opening': () => 'changed the opening statement',
  // These have a notice of their own, with the name in it, or are nobody else's.
  start: null,
  next: null,
  back: null,
  jump: null,
  'undo-move': null,
  end: null,
  reopen: null,
  gather: null,
  'ask-lead': null,
  'keep-lead': null,
  ready: null,
  hand: null,
  pace: null,
  vote: null,
  acknowledge: null,
  decide: null,
  check: null,
  'answer-extend': null,
};

/**
 * @param nameOf  of the person who did it.
 * @returns `Ben paused the clock.`; null where nothing was done, or nothing that wants telling.
 */
export const actWords = (
  before: FacilitationState,
  after: FacilitationState,
  nameOf: (id: string) => string,
): string | null => {
  const act = after.lastAct;
  if (!act || sameAct(before.lastAct, act)) return null;
  const did = words[act.kind]?.({ before, after });
  return did === undefined ? null : `${nameOf(act.by)} ${did}.`;
};

/** Who leads from now on, told to everybody. @returns null while nobody else does, and for the first one. */
export const leadWords = (
  before: FacilitationState,
  after: FacilitationState,
  me: string,
  nameOf: (id: string) => string,
): string | null => {
  const { leader } = after;
  if (leader === undefined || before.leader === undefined || before.leader === leader) return null;
  if (leader === me) return 'You lead the meeting now.';
  return after.lastAct?.kind === 'hand-over'
    ? `${nameOf(before.leader)} handed the lead to ${nameOf(leader)}.`
    : `${nameOf(leader)} leads the meeting now.`;
};

type Act = NonNullable<FacilitationState['lastAct']>;

const sameAct = (before: Act | undefined, after: Act): boolean =>
  before !== undefined && before.atMs === after.atMs && before.by === after.by && before.kind === after.kind;
