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

/** `15:04` on this device's clock, whatever the time it shows. */
export const usePlannedEnd = (view: FacilitationView): string | null => {
  useSecondsUntil(plannedEndMs(view.state));
  const endMs = expectedEndMs(view.state, useServerNow());
  return endMs === null ? null : wallTime(endMs);
};

const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const wallTime = (ms: number): string => format.format(ms);
