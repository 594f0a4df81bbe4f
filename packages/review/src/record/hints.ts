// What meetings held by one agenda say about its next version. Pure. Rules: SPEC M6–M8.
import type { StageId } from '../ids.ts';
import { templateLimits, type Stage } from '../templates/template.ts';
import type { MeetingRecord, StageRecord } from './record.ts';

export type Hint =
  | {
      kind: 'minutes';
      stageId: StageId;
      name: string;
      plannedMinutes: number;
      /** What it usually took, in whole minutes. */
      usedMinutes: number;
      /** What to plan: half the way there. */
      minutes: number;
      /** How many meetings say so. */
      meetings: number;
    }
  | { kind: 'skipped'; stageId: StageId; name: string; meetings: number };

/** Older ones say little about how a team meets now. */
export const hintMeetings = 3;
/** Less is the play that every hour has. */
const worthMinutes = 2;
const worthShare = 0.2;
/** Skipping once may have had its reason. */
const skippedOften = 2;
const minuteMs = 60_000;

/**
 * @param records  of meetings that have ended, newest first.
 * @param stages  of the agenda as it is now. A meeting counts for the stages that it planned just so: once an agenda was
 *   changed, the meetings before say nothing more.
 */
export const hintsFrom = (records: readonly MeetingRecord[], stages: readonly Stage[]): Hint[] =>
  stages.flatMap((stage) => {
    const told = records
      .slice(0, hintMeetings)
      .flatMap((record) => record.stages.filter(({ stageId }) => stageId === stage.id))
      .filter(({ plannedMinutes }) => plannedMinutes === stage.minutes);
    const hint = hintFor(stage, told);
    return hint === null ? [] : [hint];
  });

/** The agenda with the minutes that the hints plan. What was skipped stays: leaving it out is for people to decide. */
export const withHints = <Each extends { id: string; minutes: number }>(
  stages: readonly Each[],
  hints: readonly Hint[],
): Each[] =>
  stages.map((stage) => {
    const hint = hints.find(({ kind, stageId }) => kind === 'minutes' && stageId === stage.id);
    return hint?.kind === 'minutes' ? { ...stage, minutes: hint.minutes } : stage;
  });

const hintFor = (stage: Stage, told: readonly StageRecord[]): Hint | null => {
  const { id: stageId, name } = stage;
  if (told.length >= skippedOften && told.every(({ outcome }) => outcome === 'skipped'))
    return { kind: 'skipped', stageId, name, meetings: told.length };
  const used = told
    .filter(({ outcome }) => outcome === 'held')
    .map(({ usedMs }) => Math.round(usedMs / minuteMs))
    .toSorted((one, other) => one - other);
  const usual = used[Math.floor((used.length - 1) / 2)];
  if (usual === undefined) return null;
  // They say the same, or nothing.
  if (
    !used.every(
      (minutes) => isWorth(minutes - stage.minutes, stage) && minutes > stage.minutes === usual > stage.minutes,
    )
  )
    return null;
  const minutes = stage.minutes + Math.trunc((usual - stage.minutes) / 2);
  return {
    kind: 'minutes',
    stageId,
    name,
    plannedMinutes: stage.minutes,
    usedMinutes: usual,
    minutes: Math.min(templateLimits.stageMinutes, Math.max(1, minutes)),
    meetings: used.length,
  };
};

const isWorth = (difference: number, { minutes }: Stage): boolean =>
  Math.abs(difference) >= Math.max(worthMinutes, minutes * worthShare);
