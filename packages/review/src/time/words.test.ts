import { describe, expect, it } from 'vitest';
import {
  counted,
  dateInWords,
  daysOn,
  durationInWords,
  listed,
  longDay,
  shortDay,
  spanInWords,
  zoneName,
} from './words.ts';

const at = (hour: number, minute: number, day = 12) => Date.UTC(2026, 10, day, hour, minute);

describe('times in words', () => {
  it('[Z4] writes a day and a span', () => {
    expect(longDay(at(13, 22), 'Europe/London')).toBe('Thursday 12 November 2026');
    expect(spanInWords(at(13, 22), at(15, 36), 'Europe/London')).toBe('Thursday 12 November 2026, 13:22 to 15:36');
    expect(spanInWords(at(23, 50), at(0, 10, 13), 'UTC')).toBe(
      'Thursday 12 November 2026, 23:50 to Friday 13 November 2026, 00:10',
    );
    expect(spanInWords(at(13, 22), null, 'UTC')).toBe('Thursday 12 November 2026, 13:22');
  });

  it('[Z4] names the year only where it is another one', () => {
    expect(shortDay('2026-11-14', '2026-11-17')).toBe('14 Nov');
    expect(shortDay('2027-01-04', '2026-11-17')).toBe('4 Jan 2027');
  });

  it.each([
    [134, '2 hours 14 minutes'],
    [60, '1 hour'],
    [1, '1 minute'],
    [0, 'less than a minute'],
    [1440, '1 day'],
    [1500, '1 day 1 hour'],
    [2890, '2 days'],
  ])('[Z4] %i minutes are %s', (minutes, words) => {
    expect(durationInWords(minutes)).toBe(words);
  });

  it('[Z4] says how long ago a day was', () => {
    expect(daysOn(at(9, 0), at(8, 0, 20), 'UTC')).toBe('8 days on');
    expect(daysOn(at(9, 0), at(8, 0, 13), 'UTC')).toBe('1 day on');
    expect(daysOn(at(9, 0), at(10, 0), 'UTC')).toBe('today');
  });

  it('[Z4] writes a day as a report has it, and leaves what is no day', () => {
    expect(dateInWords('2026-11-02')).toBe('2 November 2026');
    expect(dateInWords('next week')).toBe('next week');
    expect(dateInWords('2026-13-01')).toBe('2026-13-01');
  });

  it('[Z4] names the offset that holds at that moment', () => {
    expect(zoneName(at(12, 0), 'Europe/London')).toBe('UTC');
    expect(zoneName(Date.UTC(2026, 6, 1), 'Europe/London')).toBe('UTC+1');
    expect(zoneName(at(12, 0), 'Asia/Kolkata')).toBe('UTC+5:30');
    expect(zoneName(at(12, 0), 'America/New_York')).toBe('UTC−5');
  });

  it('[Z4] counts and lists as people do', () => {
    expect(counted(1, 'learning')).toBe('1 learning');
    expect(counted(0, 'person', 'people')).toBe('0 people');
    expect(listed(['Ada', 'Ben', 'Cy'])).toBe('Ada, Ben and Cy');
    expect(listed(['Ada'])).toBe('Ada');
    expect(listed([])).toBe('');
  });
});
