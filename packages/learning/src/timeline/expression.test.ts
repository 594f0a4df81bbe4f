import { describe, expect, it } from 'vitest';
import { guessOrder, readDate } from './calendar.ts';
import { readTime } from './expression.ts';

const clockOf = (text: string): string | null => {
  const clock = readTime(text)?.clock;
  return clock?.known ? `${clock.hour}:${String(clock.minute).padStart(2, '0')}` : null;
};

describe('clocks', () => {
  it.each([
    ['10:15 a', '10:15'],
    ['[10:15] a', '10:15'],
    ['**10:15:30.5** a', '10:15'],
    ['14h05 a', '14:05'],
    ['9am a', '9:00'],
    ['9:05 p.m. a', '21:05'],
    ['12:30 am a', '0:30'],
    ['17:14pm a', '17:14'],
    ['noon: a', '12:00'],
    ['0915Z a', '9:15'],
    ['0915 hrs a', '9:15'],
    ['at 10:15, a', '10:15'],
    ['10.15 - a', '10:15'],
    ['1:10 - 2:30 PM a', '13:10'],
    ['11:10 - 1:30 PM a', '11:10'],
    ['1-2pm a', '13:00'],
  ])('[T1] [T2] [T3] %s is %s', (text, clock) => {
    expect(clockOf(text)).toBe(clock);
  });

  it.each([
    '1.24 is out',
    '99.5% up',
    '1200 users',
    '25:00 a',
    '10:75 a',
    '3 pods',
    'a 10:15',
    '15am a',
    '2021 was good',
  ])('[T3] %s is no time', (text) => {
    expect(readTime(text)?.clock ?? null).toBeNull();
  });

  it('[T4] knows places for a time', () => {
    for (const text of ['??:?? a', '--:-- a', '2X:XX a', '2021-03-03 --:-- a']) {
      expect(readTime(text)?.clock?.known).toBe(false);
    }
  });

  it('[T5] tells about from exact', () => {
    for (const text of ['~10:15 a', 'ca. 10:15 a', 'Around 10:15 a', '2021-03-03 ca. 10:15 a']) {
      expect(readTime(text)?.about).toBe(true);
    }
    for (const text of ['10:15 a', 'At 10:15 a', 'From 10:15 a']) expect(readTime(text)?.about).toBe(false);
  });

  it('[T9] separates time and text', () => {
    for (const text of ['10:15 - a', '10:15: a', '**10:15**: a', '[10:15] a', '10:15 | a', '10:15 -> a', '10:15\ta']) {
      expect(readTime(text)).toMatchObject({ raw: '10:15', rest: 'a' });
    }
  });
});

describe('dates', () => {
  it.each([
    ['2021-03-04', '2021-3-4'],
    ['20210304 a', '2021-3-4'],
    ['4 March 2021', '2021-3-4'],
    ['Thu, 4 Mar 2021', '2021-3-4'],
    ['Thursday March 4th, 2021.', '2021-3-4'],
    ['March 4th 2021: a', '2021-3-4'],
    ['Mar 4 th: a', 'null-3-4'],
    ['March 4-5, 2021 - a', '2021-3-4'],
    ['04.03.2021', '2021-3-4'],
    ['12-05 16:21', 'null-12-5'],
    ['26.3. 17:40', 'null-3-26'],
    ['3/4/2021', '2021-3-4'],
    ['14/3/2021', '2021-3-14'],
    ['05-26-21', '2021-5-26'],
    ['2021\u201105\u201120', '2021-5-20'],
  ])('[T10] [T11] %s is %s', (text, date) => {
    const read = readDate(text)?.date;
    expect(`${read?.year}-${read?.month}-${read?.day}`).toBe(date);
  });

  it.each(['1.2.10 is out', '2021-13-01', '31/2/2021', 'Marching 4', 'may be 4'])('[T10] %s is no date', (text) => {
    expect(readDate(text)).toBeNull();
  });

  it('[T11] learns the order from the document', () => {
    expect(guessOrder('14/3/2021 and 3/4/2021')).toBe('day-first');
    expect(guessOrder('3/4/2021 to 4/4/2021')).toBe('day-first');
    expect(guessOrder('3/14/2021 and 3/4/2021')).toBe('month-first');
    expect(guessOrder('29-09-2021 and 03-10-2021, not 2021-09-29')).toBe('day-first');
    expect(readDate('3/4/2021', 'day-first')?.date).toEqual({ year: 2021, month: 4, day: 3 });
  });
});
