import { learningReview } from '@hearth/review/templates/built-in';
import { expect, test } from 'vitest';
import { fieldsOf } from './template-draft.ts';
import { fileNameOf, fileOf, noAgenda, readFile } from './template-file.ts';

const fields = fieldsOf(learningReview);

test('what was downloaded can be taken in', () => {
  expect(readFile(fileOf(fields))).toEqual({ ok: true, fields });
});

test('what is none is told with the place', () => {
  expect(readFile('<html>')).toMatchObject({ ok: false, sentence: expect.stringContaining('no JSON file') });
  expect(readFile('[]')).toMatchObject({ ok: false, sentence: expect.stringContaining('no agenda') });
  const broken = JSON.stringify({ ...fields, stages: [{ ...fields.stages[0], minutes: 'ten' }] });
  expect(readFile(broken)).toMatchObject({ ok: false, sentence: expect.stringContaining('(stage 1, minutes)') });
  const another = 'Choose one that was downloaded from a list of agendas.';
  expect(readFile('[]')).toEqual({ ok: false, sentence: `This file holds no agenda. ${another}` });
  expect(readFile('{"name":"X","about":""}')).toEqual({
    ok: false,
    sentence: `This file holds no agenda (stages). ${another}`,
  });
  expect(noAgenda(['stages'], 'An agenda has one stage at least.')).toBe(
    'This file holds no agenda (stages). An agenda has one stage at least.',
  );
});

test('a file is called by its agenda', () => {
  expect(fileNameOf({ name: 'Größe & “Kürze”, 30 min!' })).toBe('größe-kürze-30-min.agenda.json');
  expect(fileNameOf({ name: '…' })).toBe('agenda.agenda.json');
});
