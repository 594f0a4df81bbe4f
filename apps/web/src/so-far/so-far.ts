// "So far" in three lines, for somebody who comes while the meeting runs: the stages, the board, and what is to do right now.
// Pure. Rules: ../second-screen/SPEC.md SF2–SF5.
import type { EventCard } from '@hearth/board/cards';
import { dated } from '@hearth/board/timeline';
import type { BoardView } from '@hearth/board/view';
import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { ParticipantId } from '@hearth/review/ids';
import { clock, counted, durationInWords, listed } from '@hearth/review/time/words';
import { headline } from '../board/relations.ts';
import { isOpening } from '../opening/stages.ts';

/** "Since 14:20, for 8 minutes, the room is in Perspectives, stage 4 of 8. Before that: Opening and Timeline." */
export const stagesLine = (state: FacilitationState, nowMs: number, zone: string): string => {
  const stage = state.stages[state.stageIndex];
  const visit = state.visits.at(-1);
  if (!stage || !visit) return '';
  const minutes = Math.floor(Math.max(0, nowMs - visit.enteredMs) / 60_000);
  const since =
    minutes < 1
      ? 'Just now the room came to'
      : `Since ${clock(visit.enteredMs, zone)}, for ${durationInWords(minutes)}, the room is in`;
  const been = new Set(state.visits.slice(0, -1).map(({ stageId }) => stageId));
  const before = state.stages.filter(({ id }) => been.has(id) && id !== stage.id).map(({ name }) => name);
  return [
    `${since} ${stage.name}, stage ${state.stageIndex + 1} of ${state.stages.length}.`,
    ...(before.length > 0 ? [`Before that: ${listed(before)}.`] : []),
    ...(state.timer.kind === 'paused' ? ['The clock is paused.'] : []),
  ].join(' ');
};

/**
 * Who came after the opening was never asked about the ground rules. Where the agenda opens with none, nobody is.
 * @param me  null for those who only observe.
 */
export const missedTheRules = (
  { stages, stageIndex, visits, acknowledged = [] }: FacilitationState,
  me: ParticipantId | null,
): boolean => {
  const opening = stages.findIndex(isOpening);
  const been = visits.some(({ stageId }) => stageId === stages[opening]?.id);
  return me !== null && been && stageIndex !== opening && !acknowledged.includes(me);
};

const kinds = [
  ['event', 'moment', 'moments'],
  ['perspective', 'perspective', 'perspectives'],
  ['factor', 'factor', 'factors'],
  ['question', 'open question', 'open questions'],
  ['learning', 'learning', 'learnings'],
  ['action', 'action', 'actions'],
] as const;

const mostMoments = 3;
const mostLetters = 60;

/** "On the board: 14 moments and 3 factors. Key moments: 13:22 “Labels stop printing”." @param zone  of the incident. */
export const boardLine = (view: Pick<BoardView, 'list'>, zone: string): string => {
  const held = kinds.flatMap(([kind, one, many]) => {
    const { length } = view.list(kind);
    return length > 0 ? [counted(length, one, many)] : [];
  });
  if (held.length === 0) return 'Nothing stands on the board yet.';
  const keys: EventCard[] = dated(view.list('event')).filter((event) => event.key);
  const shown = keys.slice(0, mostMoments).map((event) => {
    const at = event.at === null ? '' : `${clock(event.at, zone)} `;
    return `${at}“${headline(event, mostLetters)}”`;
  });
  const more = keys.length - shown.length;
  const named = [...shown, ...(more > 0 ? [`${more} more`] : [])];
  return `On the board: ${listed(held)}.${named.length > 0 ? ` Key ${keys.length === 1 ? 'moment' : 'moments'}: ${listed(named)}.` : ''}`;
};

const doings = {
  timeline: ['The room collects what happened.', 'Add a moment that you know of and that is missing.'],
  perspectives: ['The room tells how it looked to each.', 'Write how it looked from where you stood.'],
  factors: ['The room looks for what made it possible, or harder.', 'Add a condition that played a part.'],
  learnings: [
    'The room gathers what it understands now, and what to change.',
    'Write one thing that you understand now and did not before.',
  ],
  narrative: ['The room writes the narrative.', 'Read it, and say what is missing.'],
} as const;

/** What is being done right now, and the one thing to do. @param me  null for those who only observe. */
export const nowLine = ({ state, people }: FacilitationView, me: ParticipantId | null): string => {
  const [doing, todo] = doingNow(state, people, me);
  return `${doing} ${me === null ? 'You observe: follow along.' : todo}`;
};

const doingNow = (
  { round, vote, writing, stages, stageIndex }: FacilitationState,
  people: FacilitationView['people'],
  me: ParticipantId | null,
): readonly [doing: string, todo: string] => {
  if (round) {
    const turn = round.order[round.turn];
    const name = people.find(({ participantId }) => participantId === turn)?.name ?? 'somebody';
    const asked = round.question === '' ? '' : ` “${round.question}”`;
    const place = round.order.findIndex((id) => id === me) - round.turn;
    return [
      turn === me
        ? `Everybody speaks in turn${asked}; it is your turn.`
        : `Everybody speaks in turn${asked}; now it is ${name}.`,
      place === 0
        ? 'Say what you think; there is no wrong answer.'
        : place === 1
          ? 'You are next.'
          : place > 1
            ? `Listen; ${counted(place - 1, 'person comes', 'people come')} before you.`
            : 'Listen, and raise your hand if you want to add something.',
    ];
  }
  if (vote)
    return [`The room votes on the ${vote.on}.`, `Give your ${counted(vote.dots, 'dot')} to what matters most to you.`];
  if (writing?.phase === 'private')
    return [
      'Everybody writes for themselves; nobody reads it before it is revealed.',
      'Write what you saw, expected and knew.',
    ];
  const stage = stages[stageIndex];
  if (stage && stage.zone !== null) return doings[stage.zone];
  return [
    stage && stage.question !== '' ? `The room talks: ${stage.question}` : 'The room talks.',
    'Listen, and raise your hand when you want to speak.',
  ];
};
