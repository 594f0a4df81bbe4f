import type { FacilitationState } from './state.ts';
import { lobby } from './transition.ts';
import { learningReview } from '../templates/built-in.ts';
import { zones } from '../templates/template.ts';
import { expect, it } from 'vitest';
import { lockedZones } from './locked-zones.ts';

const running: FacilitationState = { ...lobby(learningReview), status: 'running', stageIndex: 2 };

it('[F32] zones are locked by hand while the meeting runs, and all of them in a stage for reading', () => {
  expect(lockedZones(running)).toEqual([]);
  expect(lockedZones({ ...running, locked: ['factors'] })).toEqual(['factors']);
  expect(lockedZones({ ...running, status: 'ended', locked: ['factors'] })).toEqual([]);
  const stages = running.stages.map((stage, index) =>
    index === 2 ? { ...stage, participants: 'read' as const } : stage,
  );
  expect(lockedZones({ ...running, stages })).toEqual(zones);
  expect(lockedZones({ ...running, stages, stageIndex: 3 })).toEqual([]);
});
