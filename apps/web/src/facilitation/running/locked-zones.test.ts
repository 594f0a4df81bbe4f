import type { FacilitationState } from '@hearth/review/facilitation/state';
import { lobby } from '@hearth/review/facilitation/transition';
import { learningReview } from '@hearth/review/templates/built-in';
import { zones } from '@hearth/review/templates/template';
import { expect, it } from 'vitest';
import { agendaZoneOf, lockedZones } from './locked-zones.ts';

const running: FacilitationState = { ...lobby(learningReview), status: 'running', stageIndex: 2 };

it('[RM7] zones are locked by hand while the meeting runs, and all of them in a stage for reading', () => {
  expect(lockedZones(running)).toEqual([]);
  expect(lockedZones({ ...running, locked: ['factors'] })).toEqual(['factors']);
  expect(lockedZones({ ...running, status: 'ended', locked: ['factors'] })).toEqual([]);
  const stages = running.stages.map((stage, index) =>
    index === 2 ? { ...stage, participants: 'read' as const } : stage,
  );
  expect(lockedZones({ ...running, stages })).toEqual(zones);
  expect(lockedZones({ ...running, stages, stageIndex: 3 })).toEqual([]);
});

it('[RM7] actions are locked with the learnings', () => {
  expect(agendaZoneOf('actions')).toBe('learnings');
  expect(agendaZoneOf('factors')).toBe('factors');
});
