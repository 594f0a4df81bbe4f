// A meeting's own record: what was planned, what became of it. About the agenda, never about a person. Pure. Rules: SPEC M1–M4.
import type { Meeting, StageVisit } from '../facilitation/state.ts';
import { undoWithinMs } from '../facilitation/moves.ts';
import type { StageId } from '../ids.ts';

export interface StageRecord {
  stageId: StageId;
  name: string;
  /** Of the template. */
  plannedMinutes: number;
  /** As the plan had become when the meeting ended; null where it was left as it was. */
  replannedMinutes: number | null;
  /** Of all visits together, pauses included: the time that people gave to it. */
  usedMs: number;
  visits: number;
  /** `not-reached`: the meeting ended before it; `skipped`: a later stage was held. */
  outcome: 'held' | 'skipped' | 'not-reached';
}

export interface MeetingRecord {
  /** Unix milliseconds; null before the start. */
  beganMs: number | null;
  /** Of the last end; null while it runs, also again. */
  endedMs: number | null;
  stages: readonly StageRecord[];
  plannedMinutes: number;
  usedMs: number;
  /** How often it was opened again after its end. */
  reopened: number;
}

/** Less than this is a stage on the way to another, not one that was held. */
const passingMs = undoWithinMs;

/** @param nowMs  until when the stage counts that the room is in. */
export const recordOf = (meeting: Meeting, nowMs: number): MeetingRecord => {
  const { visits, status, plan } = meeting;
  const used = meeting.stages.map(({ id }) =>
    visits.filter(({ stageId }) => stageId === id).reduce((sum, visit) => sum + lengthOf(visit, nowMs), 0),
  );
  const lastHeld = used.findLastIndex((usedMs) => usedMs >= passingMs);
  const stages = meeting.stages.map(({ id, name, minutes }, index): StageRecord => {
    const usedMs = used[index] ?? 0;
    const replanned = plan?.[index] ?? minutes;
    return {
      stageId: id,
      name,
      plannedMinutes: minutes,
      replannedMinutes: replanned === minutes ? null : replanned,
      usedMs,
      visits: visits.filter(({ stageId }) => stageId === id).length,
      outcome: usedMs >= passingMs ? 'held' : index < lastHeld ? 'skipped' : 'not-reached',
    };
  });
  return {
    beganMs: visits[0]?.enteredMs ?? null,
    endedMs: status === 'ended' ? (visits.at(-1)?.leftMs ?? null) : null,
    stages,
    plannedMinutes: stages.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0),
    usedMs: used.reduce((sum, usedMs) => sum + usedMs, 0),
    reopened: reopenings(visits),
  };
};

/** Whether it came to an end once, even if it was opened again. */
export const hasEnded = ({ status, visits }: Meeting): boolean => status === 'ended' || reopenings(visits) > 0;

/** Only a meeting that is opened again enters the stage that it was in. */
const reopenings = (visits: readonly StageVisit[]): number =>
  visits.filter(({ stageId }, index) => visits[index - 1]?.stageId === stageId).length;

/** Milliseconds; never negative, whatever a clock did. */
const lengthOf = ({ enteredMs, leftMs }: StageVisit, nowMs: number): number =>
  Math.max(0, (leftMs ?? nowMs) - enteredMs);
