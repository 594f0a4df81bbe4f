import { describe, expect, test } from 'vitest';
import type { StageId } from '../ids.ts';
import { builtInTemplates, learningReview } from './built-in.ts';
import { minutesOf, templateLimits, templateProblems, type Stage } from './template.ts';

const stage = (id: string, change: Partial<Stage> = {}): Stage => ({
  id: id as StageId,
  name: id,
  minutes: 5,
  zone: null,
  question: '',
  ...change,
});

describe('what comes with Hearth', () => {
  test('[L2] the default agenda is an hour of eight stages, an opening first and a closing last', () => {
    expect(learningReview.stages.map(({ name }) => name)).toEqual([
      'Opening',
      'Reports',
      'Timeline',
      'Perspectives',
      'Factors',
      'Learnings',
      'Narrative',
      'Closing',
    ]);
    expect(builtInTemplates.map((template) => [template.id, minutesOf(template)])).toEqual([
      ['learning-review', 60],
      ['learning-review-90', 90],
      ['short-form', 30],
      ['own-time', 160],
      ['near-miss', 45],
    ]);
  });

  test.each(builtInTemplates)('[T1] $name is one that people could have written', (template) => {
    expect(templateProblems(template)).toEqual([]);
    expect(template.about.length).toBeLessThanOrEqual(templateLimits.about);
    for (const { name, question, prompts = [], minutes } of template.stages) {
      expect(name.length).toBeLessThanOrEqual(templateLimits.name);
      expect(question.length).toBeLessThanOrEqual(templateLimits.question);
      expect(prompts.length).toBeLessThanOrEqual(templateLimits.prompts);
      expect(Number.isInteger(minutes) && minutes >= 1).toBe(true);
    }
  });
});

describe('[T5] what stages offer', () => {
  test('comes with Hearth: a check-in, a vote, a check-out', () => {
    const offered = builtInTemplates.flatMap(({ stages }) => stages);
    expect(new Set(offered.flatMap(({ round }) => round ?? []))).toEqual(new Set(['check-in', 'check-out']));
    for (const { zone, vote } of offered) if (vote) expect(vote).toEqual({ on: zone, dots: 3, anonymous: true });
    expect(learningReview.stages.flatMap(({ id, vote, round }) => (vote || round ? [id] : []))).toEqual([
      'opening',
      'factors',
      'learnings',
      'closing',
    ]);
  });
});

describe('[T2] what no meeting could follow', () => {
  test('no stage at all, too many, or more than a day', () => {
    const many = (count: number, minutes: number) =>
      Array.from({ length: count }, (_, index) => stage(`stage-${index}`, { minutes }));
    expect(templateProblems({ stages: [] })).toEqual([{ reason: 'no-stages' }]);
    expect(templateProblems({ stages: many(21, 1) })).toEqual([{ reason: 'too-many-stages' }]);
    expect(templateProblems({ stages: many(2, 240) })).toEqual([]);
    expect(templateProblems({ stages: [...many(2, 240), stage('last', { minutes: 1 })] })).toEqual([
      { reason: 'too-long' },
    ]);
  });

  test('a stage that is there twice, or private writing where nothing would take it', () => {
    const stages = [
      stage('opening'),
      stage('factors', { zone: 'factors', privateWriting: 'anonymous' }),
      stage('opening'),
    ];
    expect(templateProblems({ stages })).toEqual([
      { reason: 'private-without-zone', stage: 1 },
      { reason: 'same-stage-twice', stage: 2 },
    ]);
  });
});
