// The board and the room as the next question sees them. Nothing of it is kept or sent.
import { readNarrative } from '@hearth/board/narrative';
import type { BoardFacts, Voice } from '@hearth/learning/prompts/board-facts';
import { passagesOf, type Passage } from '@hearth/learning/prompts/passages';
import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { ParticipantId } from '@hearth/review/ids';
import type { BoardSession } from '../board/session.tsx';
import { runsTheRoom, takesPart } from '../facilitation/people.ts';

export type OnBoard = Omit<BoardFacts, 'threads' | 'voices' | 'zone' | 'writing'>;

export const readBoard = ({ view }: Pick<BoardSession, 'view'>, passages: readonly Passage[]): OnBoard => ({
  events: view.list('event'),
  perspectives: view.list('perspective'),
  factors: view.list('factor'),
  questions: view.list('question'),
  learnings: view.list('learning'),
  actions: view.list('action'),
  links: view.links(),
  columns: view.columns(),
  passages,
});

export const readPassages = ({ writer }: Pick<BoardSession, 'writer'>): readonly Passage[] =>
  passagesOf(readNarrative(writer.board.narrative));

/** Who takes part and is here; whoever runs the meeting is not waited for. @param busy  who writes just now. */
export const voicesOf = (meeting: FacilitationView | null, busy: ReadonlySet<ParticipantId>): Voice[] =>
  (meeting?.people ?? [])
    .filter(({ here, role }) => here && takesPart(role) && !runsTheRoom(role))
    .map(({ participantId, name }) => ({ id: participantId, name, busy: busy.has(participantId) }));

/** Where the room is, and whether it writes privately. */
export const placeOf = (meeting: FacilitationView | null): Pick<BoardFacts, 'zone' | 'writing'> => {
  if (meeting?.state.status !== 'running') return { zone: null, writing: null };
  const { stages, stageIndex, writing } = meeting.state;
  return {
    zone: stages[stageIndex]?.zone ?? null,
    writing: writing && writing.phase !== 'open' ? writing.attribution : null,
  };
};
