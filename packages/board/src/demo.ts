// The review that ships with Hearth: its incident, its board and where its meeting stands.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import { lobby } from '@hearth/review/facilitation/transition';
import { learningReview } from '@hearth/review/templates/built-in';
import { demoHistory as historyOf, type DemoHistory } from './demo/history.ts';
import { demoSeed } from './demo/seed.ts';
import { seedUpdate } from './seed.ts';

export { demoIncident } from './demo/incident.ts';

/** Client id of the demo's first update: the same on every installation, so that its bytes are the same as well. */
const demoClientId = 2207;

export const demoBoard = (): Uint8Array => seedUpdate(demoSeed, demoClientId);

/** The same board, as it came to be in that meeting. */
export const demoHistory = (meeting: FacilitationState): DemoHistory => historyOf(meeting, demoClientId);

/** Minutes that stages took, where that was not what was planned: no hour goes as planned. */
const tookMinutes: Readonly<Record<string, number>> = { reports: 4, timeline: 12, perspectives: 16 };

/** The meeting, paused in the middle of Factors with 6:20 left, so that the room looks as it does in use. */
export const demoMeeting = (nowMs: number): FacilitationState => {
  const start = lobby(learningReview);
  const stageIndex = start.stages.findIndex((stage) => stage.id === 'factors');
  const plannedMs = (start.stages[stageIndex]?.minutes ?? 0) * 60_000;
  const remainingMs = 380_000;
  let enteredMs = nowMs;
  const visits = start.stages.slice(0, stageIndex + 1).map((stage, index) => {
    const visit = {
      stageId: stage.id,
      enteredMs,
      leftMs: index === stageIndex ? null : enteredMs + (tookMinutes[stage.id] ?? stage.minutes) * 60_000,
    };
    enteredMs = visit.leftMs ?? enteredMs;
    return visit;
  });
  // It has been in this stage for as long as its clock ran.
  const shiftMs = enteredMs - nowMs + plannedMs - remainingMs;
  return {
    ...start,
    version: 1,
    status: 'running',
    stageIndex,
    timer: { kind: 'paused', remainingMs, plannedMs },
    visits: visits.map((visit) => ({
      ...visit,
      enteredMs: visit.enteredMs - shiftMs,
      leftMs: visit.leftMs === null ? null : visit.leftMs - shiftMs,
    })),
  };
};
