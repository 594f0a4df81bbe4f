// "So far" in at most three lines, for somebody who comes late. Pure.
import type { Meeting } from '@hearth/review/facilitation/state';
import { remainingMs } from '@hearth/review/facilitation/clock';
import { counted } from '@hearth/review/time/words';
import type { BoardFigures } from '../live/boards.ts';

export const soFar = (meeting: Meeting, figures: BoardFigures, nowMs: number): string[] =>
  [meetingLine(meeting, nowMs), eventsLine(figures), factorsLine(figures)].filter((line) => line !== null);

const meetingLine = (meeting: Meeting, nowMs: number): string | null => {
  if (meeting.status === 'lobby') return 'The meeting has not begun yet.';
  if (meeting.status === 'ended') return 'The meeting is over; the narrative is being written.';
  const stage = meeting.stages[meeting.stageIndex];
  if (!stage) return null;
  const place = `The room is in ${stage.name}, stage ${meeting.stageIndex + 1} of ${meeting.stages.length}`;
  const left = Math.ceil(remainingMs(meeting.timer, nowMs) / 60_000);
  const clock = left > 0 ? `${counted(left, 'minute')} left` : 'past its time';
  return meeting.timer.kind === 'paused' ? `${place}, paused with ${clock}.` : `${place}, ${clock}.`;
};

const eventsLine = ({ events, keyMoments }: BoardFigures): string | null => {
  if (events === 0) return null;
  const marked = keyMoments === 0 ? '' : `, ${keyMoments} of them ${keyMoments === 1 ? 'a key moment' : 'key moments'}`;
  return `${counted(events, 'event')} on the timeline${marked}.`;
};

const factorsLine = ({ factors, learnings }: BoardFigures): string | null => {
  const parts = [
    ...(factors > 0 ? [counted(factors, 'contributing factor')] : []),
    ...(learnings > 0 ? [counted(learnings, 'learning')] : []),
  ];
  return parts.length > 0 ? `${parts.join(' and ')} so far.` : null;
};
