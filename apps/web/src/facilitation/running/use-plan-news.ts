// The plan as it stands now, looked at each second.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { plannedEndMs } from '@hearth/review/facilitation/plan';
import { useSecondsUntil, useServerNow } from '../use-facilitation.ts';
import { expectedEndMs, planNews, type PlanNews } from './plan-news.ts';

export const usePlanNews = (view: FacilitationView): PlanNews | null => {
  // A paused clock stands still, and the plan moves on all the same.
  useSecondsUntil(plannedEndMs(view.state));
  const nowMs = useServerNow();
  return view.state.status === 'running' ? planNews(view.state, nowMs) : null;
};

/**
 * When the meeting ends as it goes now, and when it is planned to, as wall times in this device's zone: `15:04`.
 * @returns null while it does not run.
 */
export const useEnd = (view: FacilitationView): { expected: string; planned: string } | null => {
  const plannedMs = plannedEndMs(view.state);
  useSecondsUntil(plannedMs);
  const expectedMs = expectedEndMs(view.state, useServerNow());
  return expectedMs === null || plannedMs === null
    ? null
    : { expected: wallTime(expectedMs), planned: wallTime(plannedMs) };
};

const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const wallTime = (ms: number): string => format.format(ms);
