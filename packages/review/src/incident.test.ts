import { describe, expect, test } from 'vitest';
import { incidentProblems, incidentTimes, type Incident } from './incident.ts';

const now = Date.UTC(2026, 10, 17, 9, 0);
const at = (hour: number, minute: number): number => Date.UTC(2026, 10, 12, hour, minute);
const sound: Incident = {
  title: 'Labels stopped printing in 41 pharmacies',
  severity: 'high',
  services: ['Print gateway'],
  impact: '1,380 prescriptions labelled by hand',
  reference: 'INC-2207',
  startedAt: at(13, 22),
  detectedAt: at(14, 24),
  mitigatedAt: at(14, 40),
  resolvedAt: at(15, 44),
  detection: 'person',
  zone: 'Europe/London',
  links: [],
};

describe('incidentProblems', () => {
  test('[I1] a sound incident has none, and neither has one of which no time is known', () => {
    expect(incidentProblems(sound, now)).toEqual([]);
    const unknown = { ...sound, startedAt: null, detectedAt: null, mitigatedAt: null, resolvedAt: null };
    expect(incidentProblems(unknown, now)).toEqual([]);
  });

  test.each(['detectedAt', 'mitigatedAt', 'resolvedAt'] as const)('[I2] %s before the start is told', (field) => {
    expect(incidentProblems({ ...sound, [field]: at(13, 21) }, now)).toEqual([{ field, reason: 'before-start' }]);
    expect(incidentProblems({ ...sound, [field]: at(13, 22) }, now)).toEqual([]);
  });

  test('[I2] without a start no time is before it', () => {
    expect(incidentProblems({ ...sound, startedAt: null, detectedAt: at(1, 0) }, now)).toEqual([]);
  });

  test('[I2] mitigation may come before detection: somebody acted before anybody knew', () => {
    expect(incidentProblems({ ...sound, mitigatedAt: at(13, 30) }, now)).toEqual([]);
  });

  test.each(incidentTimes)('[I3] an absurd %s is told: before 1990, over a day ahead, or no number', (field) => {
    const rest: Incident = { ...sound, startedAt: null, detectedAt: null, mitigatedAt: null, resolvedAt: null };
    for (const absurd of [Date.UTC(1989, 11, 31), now + 86_400_001, Number.NaN, Number.POSITIVE_INFINITY, -1])
      expect(incidentProblems({ ...rest, [field]: absurd }, now)).toEqual([{ field, reason: 'absurd-date' }]);
    for (const fine of [Date.UTC(1990, 0, 1), now + 86_400_000])
      expect(incidentProblems({ ...rest, [field]: fine }, now)).toEqual([]);
  });

  test('[I4] a zone that nobody knows is told, beside what else is wrong', () => {
    expect(incidentProblems({ ...sound, zone: 'Europe/Atlantis', detectedAt: at(9, 0) }, now)).toEqual([
      { field: 'detectedAt', reason: 'before-start' },
      { field: 'zone', reason: 'zone-unknown' },
    ]);
  });
});
