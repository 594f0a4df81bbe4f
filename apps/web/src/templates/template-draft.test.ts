import type { TemplateFields } from '@hearth/protocol/http/templates';
import type { StageId } from '@hearth/review/ids';
import { builtInTemplates } from '@hearth/review/templates/built-in';
import { describe, expect, test } from 'vitest';
import {
  draftOf,
  emptyStage,
  fieldsOf,
  moveStage,
  plannedMinutes,
  problemsFromServer,
  readDraft,
} from './template-draft.ts';

test.each(builtInTemplates)('$name comes out of the form as it went in', (template) => {
  const fields = fieldsOf(template);
  const read = readDraft(draftOf(fields));
  expect(read).toMatchObject({ ok: true, fields: { name: fields.name, about: fields.about } });
  const stages = read.ok ? read.fields.stages : [];
  expect(stages).toEqual(fields.stages.map((stage) => ({ ...stage, prompts: stage.prompts ?? [] })));
});

type Stage = TemplateFields['stages'][number];

describe('what is wrong is told at the stage', () => {
  const draft = { name: 'Ours', about: '', stages: [emptyStage('stage-1'), { ...emptyStage('stage-2'), name: 'End' }] };

  test.each(['', '0', '2.5', '1e3', '-3', '241', 'ten'])('%j is no number of minutes', (minutes) => {
    const read = readDraft({ ...draft, stages: [{ ...emptyStage('stage-2'), name: 'End', minutes }] });
    expect(read).toEqual({ ok: false, problems: { 'stage-2.minutes': 'Whole minutes, from 1 to 240.' } });
  });

  test('a name is missing', () => {
    expect(readDraft(draft)).toEqual({ ok: false, problems: { 'stage-1.name': 'Give it a name.' } });
    expect(readDraft({ ...draft, name: ' ' })).toMatchObject({ problems: { name: 'Give it a name.' } });
  });

  test.each(['', '0', '11', 'all'])('%j is no number of dots', (dots) => {
    const stage = { ...emptyStage('stage-2'), name: 'End', vote: 'factors' as const, dots };
    const read = readDraft({ ...draft, stages: [stage] });
    expect(read).toEqual({ ok: false, problems: { 'stage-2.dots': 'Whole dots, from 1 to 10.' } });
  });

  test('the server\u2019s sentences find their stage', () => {
    const fields = { stages: 'Too long.', 'stages.1.zone': 'Not there.', 'stages.0': 'Odd.' };
    expect(problemsFromServer(fields, draft)).toEqual({
      stages: 'Too long.',
      'stage-2.zone': 'Not there.',
      'stage-1.name': 'Odd.',
    });
  });
});

test('a vote, a round and reading along come out as they went in, and are left out where there are none', () => {
  const stage: Stage = {
    id: 'stage-1' as StageId,
    name: 'Factors',
    minutes: 10,
    zone: 'factors',
    question: '',
    prompts: [],
  };
  const rich: Stage = {
    ...stage,
    vote: { on: 'factors', dots: 5, anonymous: false },
    round: 'check-out',
    participants: 'read',
  };
  const through = (one: Stage) => {
    const read = readDraft(draftOf({ name: 'Ours', about: '', stages: [one] }));
    return read.ok && read.fields.stages[0];
  };
  expect(through(rich)).toEqual(rich);
  expect(through(stage)).toEqual(stage);
});

test('private writing is left out where it could not be revealed', () => {
  const stage = { ...emptyStage('stage-1'), name: 'Reading', zone: 'factors' as const, writing: 'anonymous' as const };
  const read = readDraft({ name: 'Ours', about: '', stages: [stage] });
  expect(read.ok && read.fields.stages[0]).not.toHaveProperty('privateWriting');
});

test('stages change places, and stay where there is no place', () => {
  const stages = ['a', 'b', 'c'].map(emptyStage);
  const order = (id: string, by: -1 | 1) =>
    moveStage(stages, id, by)
      .map((stage) => stage.id)
      .join('');
  expect([order('b', -1), order('b', 1), order('a', -1), order('c', 1), order('x', 1)]).toEqual([
    'bac',
    'acb',
    'abc',
    'abc',
    'abc',
  ]);
});

test('minutes are added up while they are typed', () => {
  const stages = ['5', '', 'ten', '12'].map((minutes, index) => ({ ...emptyStage(`stage-${index}`), minutes }));
  expect(plannedMinutes({ name: '', about: '', stages })).toBe(17);
});
