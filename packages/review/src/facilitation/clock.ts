// The stage's clock. SPEC F3, F4.
import type { Timer } from './state.ts';

export const minuteMs = 60_000;

/** Milliseconds left on the clock; negative when the stage runs over. */
export const remainingMs = (timer: Timer, nowMs: number): number =>
  timer.kind === 'running' ? timer.deadlineMs - nowMs : timer.remainingMs;

export const pausedFor = (minutes: number): Timer & { kind: 'paused' } => ({
  kind: 'paused',
  remainingMs: minutes * minuteMs,
  plannedMs: minutes * minuteMs,
});

export const run = (timer: Timer, nowMs: number): Timer =>
  timer.kind === 'running'
    ? timer
    : { kind: 'running', deadlineMs: nowMs + timer.remainingMs, plannedMs: timer.plannedMs };

export const pause = (timer: Timer, nowMs: number): Timer =>
  timer.kind === 'paused'
    ? timer
    : { kind: 'paused', remainingMs: timer.deadlineMs - nowMs, plannedMs: timer.plannedMs };

/** An overrun stage gets the minutes from now on, so that "+1" always shows at least one minute. */
export const extend = (timer: Timer, byMs: number, nowMs: number): Timer => {
  const left = Math.max(0, remainingMs(timer, nowMs)) + byMs;
  const plannedMs = timer.plannedMs + byMs;
  return timer.kind === 'running'
    ? { kind: 'running', deadlineMs: nowMs + left, plannedMs }
    : { kind: 'paused', remainingMs: left, plannedMs };
};
