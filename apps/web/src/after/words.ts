// Sentences about feedback, the record and its hints. Pure.
import type { AfterMeetingBody } from '@hearth/protocol/http/after';
import type { RecordBody } from '@hearth/protocol/http/record';
import { soakMoment } from '@hearth/learning/action-items/soak';
import { fewestAnswers } from '@hearth/review/feedback/feedback';
import type { Hint } from '@hearth/review/record/hints';
import { clock, clockSpan, counted, durationInWords, longDay } from '@hearth/review/time/words';

const minuteMs = 60_000;
const numbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Small numbers in words, as one says them. */
const inWords = (count: number): string => numbers[count] ?? String(count);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** How many answered, and how many of them are in the sum. */
export const sumWords = ({ given, shown }: { given: number; shown: number }): string => {
  if (given === 0) return 'Nobody has answered yet.';
  const answers = `${capital(inWords(given))} ${given === 1 ? 'answer' : 'answers'}`;
  if (shown === 0) return `${answers} so far; shown from ${inWords(fewestAnswers)} on.`;
  if (shown === given) return `${answers}.`;
  const rest = given - shown === 1 ? 'The other joins' : 'The others join';
  return `${answers}, of which ${inWords(shown)} are summed up. ${rest} when three have come, or tomorrow: so no sum tells of one person.`;
};

export const hintWords = (hint: Hint): string => {
  const meetings = hint.meetings === 1 ? '' : ` in the last ${inWords(hint.meetings)} meetings`;
  if (hint.kind === 'skipped') return `${hint.name} was skipped${meetings}: does this agenda need it?`;
  return `${hint.name} took ${hint.usedMinutes} of ${hint.plannedMinutes} minutes${meetings}: plan ${hint.minutes}.`;
};

/** Whole minutes; what was short is not nothing. */
export const usedWords = (usedMs: number): string =>
  usedMs === 0 ? '0' : usedMs < minuteMs ? '< 1' : String(Math.round(usedMs / minuteMs));

type StageOf = RecordBody['stages'][number];

/** What is worth saying of a stage beside its minutes; empty where all went as planned. */
export const stageNote = ({ outcome, visits, replannedMinutes, usedMs, plannedMinutes }: StageOf): string => {
  if (outcome === 'skipped') return 'skipped';
  if (outcome === 'not-reached') return 'not reached';
  const over = Math.round(usedMs / minuteMs) - plannedMinutes;
  return [
    over > 0 ? `${over} over` : '',
    replannedMinutes === null ? '' : `replanned to ${replannedMinutes}`,
    visits > 1 ? `${visits} visits` : '',
  ]
    .filter((note) => note !== '')
    .join(', ');
};

/** When it was, and how long that is against the plan. @param zone  of the incident. */
export const meetingWords = (
  { beganAt, endedAt, usedMs, plannedMinutes, reopened }: Omit<RecordBody, 'stages' | 'hints'>,
  zone: string,
): string => {
  if (beganAt === null) return 'The meeting has not begun.';
  const when =
    endedAt === null
      ? `${longDay(beganAt, zone)}, from ${clock(beganAt, zone)} on.`
      : `${longDay(beganAt, zone)}, ${clockSpan(beganAt, endedAt, zone)}.`;
  const took = `${durationInWords(Math.max(1, Math.round(usedMs / minuteMs)))} in the stages, ${durationInWords(plannedMinutes)} planned.`;
  const again = reopened === 0 ? '' : ` Opened again ${reopened === 1 ? 'once' : `${reopened} times`}.`;
  return `${when} ${took}${again}`;
};

/** Counts of the whole room, never of somebody. */
export const participationWords = ({ people, wrote, unnamed, votes, decisions }: RecordBody): string =>
  [
    wrote === 0 ? '' : `${wrote} of ${counted(people, 'person', 'people')} who may write did so under their name.`,
    unnamed === 0 ? '' : `${counted(unnamed, 'thing')} ${unnamed === 1 ? 'was' : 'were'} written without a name.`,
    votes + decisions === 0 ? '' : `${counted(votes, 'vote')}, ${counted(decisions, 'decision')}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');

/** What becomes of the actions. */
export const actionWords = (
  { proposed, confirmed, soakUntil }: Pick<AfterMeetingBody, 'proposed' | 'confirmed' | 'soakUntil'>,
  zone: string,
): string => {
  if (proposed + confirmed === 0)
    return 'No action was written down. That is fine: a review with learnings is complete without one.';
  const waiting = `${counted(proposed, 'proposed action')} ${proposed === 1 ? 'waits' : 'wait'} to be confirmed in the room`;
  return [
    confirmed === 0
      ? ''
      : `${counted(confirmed, 'action')} ${confirmed === 1 ? 'is' : 'are'} confirmed and followed up.`,
    proposed === 0
      ? ''
      : soakUntil === null
        ? `${waiting}.`
        : `${waiting}, from ${soakMoment(soakUntil, zone)} on. Until then: sleep on them.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
};
