import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOfPaste } from './paste.ts';

const frame = { date: '2026-11-12', zone: 'Europe/London', events: true };
const rows = (text: string, cells: string[][] | null = null, events = true) =>
  rowsOfPaste({ text, cells }, { ...frame, events }).map(({ at, text: words }) => [at?.slice(11, 16) ?? null, words]);

describe('pasting onto a board', () => {
  it('[T70] a spreadsheet is a card a row, its columns told apart by what they hold', () => {
    const tabbed = '14:05\tDeploy finished\tversion 2.1\n14:24\tFour calls\t\n15:10\tRolled back\tby hand';
    const expected = [
      ['14:05', 'Deploy finished\nversion 2.1'],
      ['14:24', 'Four calls'],
      ['15:10', 'Rolled back\nby hand'],
    ];
    expect(rows(tabbed)).toEqual(expected);
    const cells = [
      ['Notes', 'When', 'Event'],
      ['seen by Support', '14:05', 'Four calls'],
      ['', '14:24', 'Rolled back'],
    ];
    expect(rows('', cells)).toEqual([
      ['14:05', 'seen by Support\nFour calls'],
      ['14:24', 'Rolled back'],
    ]);
  });

  it('[T70] cells with line breaks, quotes and commas stay whole', () => {
    expect(
      rows('', [
        ['14:05', 'He said "no", twice\nand left'],
        ['14:06', 'x'],
      ]),
    ).toEqual([
      ['14:05', 'He said "no", twice\nand left'],
      ['14:06', 'x'],
    ]);
  });

  it('[T71] a table without times is title and notes; numbers alone tell nothing', () => {
    const cells = [
      ['#', 'Title', 'Notes'],
      ['1', 'One firmware', 'for all panels'],
      ['2', 'Nobody looks', ''],
    ];
    expect(rows('14:05 Deploy\tnote 1\n14:24 Four calls\tnote 2')).toEqual([
      ['14:05', 'Deploy\nnote 1'],
      ['14:24', 'Four calls\nnote 2'],
    ]);
    expect(rows('', cells)).toEqual([
      [null, 'One firmware\nfor all panels'],
      [null, 'Nobody looks'],
    ]);
  });

  it('[T72] a chat and lines with times are events, in the zone of the incident', () => {
    expect(rows('14:05 Deploy finished\n14:24 Four calls\nsomebody asked')).toEqual([
      ['14:05', 'Deploy finished'],
      ['14:24', 'Four calls'],
      [null, 'somebody asked'],
    ]);
    expect(rows('Ada Byron  10:15 AM\nthe queue is full\n\nOlu Ade  10:20 AM\nlooking')).toEqual([
      ['10:15', 'Ada Byron: the queue is full'],
      ['10:20', 'Olu Ade: looking'],
    ]);
  });

  it('[T73] lines without a time are a card each, without the marks of a list', () => {
    expect(rows('- One firmware\n\n* Nobody looks\r\n3. The hand-over')).toEqual([
      [null, 'One firmware'],
      [null, 'Nobody looks'],
      [null, 'The hand-over'],
    ]);
  });

  it('[T73] off the timeline a time stays among the words', () => {
    expect(rows('14:05 Deploy finished\n14:24 Four calls', null, false)).toEqual([
      [null, '14:05 Deploy finished'],
      [null, '14:24 Four calls'],
    ]);
    expect(rows('14:05\tDeploy finished\n14:24\tFour calls', null, false)).toEqual([
      [null, '14:05 Deploy finished'],
      [null, '14:24 Four calls'],
    ]);
  });

  it('[T74] 5,000 rows are read, and whatever is pasted never throws nor gives an empty card', () => {
    expect(rows(Array.from({ length: 5_000 }, (_, n) => `line ${n}`).join('\n'))).toHaveLength(5_000);
    expect(rows(`${'x'.repeat(600_000)}\n${'y'.repeat(600_000)}`)).toEqual([]);
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.option(fc.array(fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 }), { maxLength: 6 }), { nil: null }),
        fc.boolean(),
        (text, cells, events) => {
          for (const row of rowsOfPaste({ text, cells }, { ...frame, events })) expect(row.text.trim()).not.toBe('');
        },
      ),
    );
  });
});
