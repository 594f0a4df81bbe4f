// Soak time: what was proposed in the meeting is confirmed once people have slept on it. Pure. Rules: SPEC S1-S3.
import type { Meeting } from '@hearth/review/facilitation/state';
import { clock, dayAndMonth, longDay } from '@hearth/review/time/words';
import { afterWorkDays } from '@hearth/review/time/work-days';

/** Long enough for second thoughts, short enough to be remembered. */
export const soakWorkDays = 2;

export type Soak =
  /** No soak time in this review: an action is confirmed when people want to. */
  | { kind: 'none' }
  /** It begins with the end of the meeting. */
  | { kind: 'not-begun' }
  | { kind: 'soaking'; untilMs: number }
  | { kind: 'soaked'; sinceMs: number };

/** @param zone  of the incident: its weekend is skipped. */
export const soakOf = (meeting: Pick<Meeting, 'soak' | 'status' | 'visits'>, zone: string, nowMs: number): Soak => {
  if (meeting.soak !== true) return { kind: 'none' };
  const endedMs = meeting.status === 'ended' ? (meeting.visits.at(-1)?.leftMs ?? null) : null;
  if (endedMs === null) return { kind: 'not-begun' };
  const untilMs = afterWorkDays(endedMs, soakWorkDays, zone);
  return nowMs < untilMs ? { kind: 'soaking', untilMs } : { kind: 'soaked', sinceMs: untilMs };
};

/** Whether to confirm an action now is to do so before its time. */
export const isEarly = ({ kind }: Soak): boolean => kind === 'not-begun' || kind === 'soaking';

/** `Tuesday 24 November, 15:00` */
export const soakMoment = (ms: number, zone: string): string => {
  const [weekday = ''] = longDay(ms, zone).split(' ', 1);
  return `${weekday} ${dayAndMonth(ms, zone)}, ${clock(ms, zone)}`;
};
