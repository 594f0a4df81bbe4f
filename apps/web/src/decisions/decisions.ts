// Decisions as people read them: when, by whom, and who was there. Pure.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { ParticipantId } from '@hearth/review/ids';
import { clock, dayAndMonth, listed } from '@hearth/review/time/words';
import { sameDay } from '@hearth/review/time/wall-time';

export interface DecisionLine {
  id: string;
  text: string;
  by: ParticipantId;
  /** `14:24, noted by Priya`; the day too where it was another one than the first decision's. */
  noted: string;
  /** `Ines, Priya and Tomasz`; empty where nobody is known any more. */
  present: string;
}

/** @param zone  of the incident. @returns the oldest first. */
export const decisionLines = ({ state, people }: FacilitationView, zone: string): DecisionLine[] => {
  const names = new Map(people.map(({ participantId, name }) => [participantId, name]));
  const decisions = state.decisions ?? [];
  const firstMs = decisions[0]?.atMs ?? 0;
  return decisions.map(({ id, text, atMs, by, present }) => {
    const time = clock(atMs, zone);
    const when = sameDay(firstMs, atMs, zone) ? time : `${dayAndMonth(atMs, zone)}, ${time}`;
    const who = names.get(by);
    return {
      id,
      text,
      by,
      noted: who === undefined ? when : `${when}, noted by ${who}`,
      present: listed(present.flatMap((one) => names.get(one) ?? [])),
    };
  });
};
