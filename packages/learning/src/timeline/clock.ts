// A time of day as people write it, at the start of a text. Pure. Rules: SPEC T1-T4.

import { readZone, type Zone } from './zone.ts';

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly milli: number;
  readonly half: 'am' | 'pm' | null;
  readonly zone: Zone | null;
  /** False for "??:??", "--:--", "14:xx": a place for a time that nobody knew. */
  readonly known: boolean;
}
export interface ClockRead {
  readonly clock: Clock;
  readonly length: number;
  /** Written with a dot or without any separator: a number like any other, unless its surroundings say "time". */
  readonly weak: boolean;
}

const full =
  /^(\d{1,2})(\s?[:：]\s?|[.hH])([0-5]\d)(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?!\d|[.,]\d|%)(?:\s?([ap])\.?\s?m\b\.?)?/i;
const hourOnly = /^(\d{1,2})\s?([ap])\.?m\b\.?/i;
/** The first hour of "1-2pm"; the range reads the rest. */
const hourOfRange = /^(\d{1,2})(?=\s?(?:[-–]|to)\s?\d{1,2}(?::\d{2})?\s?[ap]\.?m\b)/i;
const named = /^(noon|midday|midnight)\b/i;
const military = /^([01]\d|2[0-3])([0-5]\d)(?=\s?(?:z\b|utc\b|gmt\b|hrs?\b|hours\b|h\b))(?:\s?h(?:rs?|ours)?\b)?/i;
const digitsOnly = /^([01]\d|2[0-3])([0-5]\d)(?![\d:.])(?!\s?(?:%|ms|pods|users|nodes|requests))/;
const unknown =
  /^(?:[?x_-]{1,2}:[?x_-]{2}|\d{1,2}:[?x_]{1,2}|\d[?x_]:[?x_\d]{2}|\d{1,2}:\d[?x_]|\?{2,4}|tbd|time unknown|unknown(?: time)?)(?![\w?])/i;

/** Clock at the start of `text`, with the zone that follows it. `loose` also takes bare digits ("1430"). */
export function readClock(text: string, loose = false): ClockRead | null {
  const read = readDigits(text) ?? readWords(text) ?? (loose ? readLoose(text) : null);
  if (!read) return null;
  // "14:05 h", "14:05hrs": the unit says nothing more.
  const unit = /^\s?(?:hrs?|hours|uhr|h)\b\.?/i.exec(text.slice(read.length))?.[0] ?? '';
  const length = read.length + unit.length;
  const zone = readZone(text.slice(length));
  return {
    clock: { ...read.clock, zone: zone?.zone ?? null },
    length: length + (zone?.length ?? 0),
    weak: read.weak && !zone && read.clock.half === null && unit === '',
  };
}

function readDigits(text: string): ClockRead | null {
  const match = full.exec(text);
  if (match) {
    const milli = Number((match[5] ?? '0').slice(0, 3).padEnd(3, '0'));
    const parts = { hour: Number(match[1]), minute: Number(match[3]), second: Number(match[4] ?? 0), milli };
    return clockRead(match[0].length, { ...parts, half: halfOf(match[6]), weak: match[2] === '.' });
  }
  const hour = hourOnly.exec(text) ?? hourOfRange.exec(text);
  if (hour && Number(hour[1]) <= 12) {
    return clockRead(hour[0].length, { hour: Number(hour[1]), half: halfOf(hour[2]) });
  }
  const four = military.exec(text);
  return four && clockRead(four[0].length, { hour: Number(four[1]), minute: Number(four[2]) });
}

function readLoose(text: string): ClockRead | null {
  const match = digitsOnly.exec(text);
  // 1970 to 2099 is rather a year.
  if (!match || /^(?:19[7-9]|20)/.test(match[0])) return null;
  return clockRead(match[0].length, { hour: Number(match[1]), minute: Number(match[2]), weak: true });
}

/** "1625" behind a full date, where it can be no year. */
export function readBareClock(text: string): ClockRead | null {
  const match = /^([01]\d|2[0-3])([0-5]\d)(?!\d|[.:]\d)/.exec(text);
  return match && clockRead(match[0].length, { hour: Number(match[1]), minute: Number(match[2]), weak: true });
}

function readWords(text: string): ClockRead | null {
  const word = named.exec(text);
  if (word) {
    return clockRead(word[0].length, { hour: word[1]!.toLowerCase() === 'midnight' ? 0 : 12 });
  }
  const blank = unknown.exec(text);
  if (!blank) return null;
  const clock = { hour: 0, minute: 0, second: 0, milli: 0, half: null, zone: null, known: false };
  return { clock, length: blank[0].length, weak: false };
}

const halfOf = (letter: string | undefined): 'am' | 'pm' | null =>
  letter === undefined ? null : letter.toLowerCase() === 'p' ? 'pm' : 'am';

interface Parts {
  /** As written, 0 to 24. */
  readonly hour: number;
  readonly minute?: number;
  readonly second?: number;
  readonly milli?: number;
  readonly half?: 'am' | 'pm' | null;
  readonly weak?: boolean;
}

function clockRead(length: number, parts: Parts): ClockRead | null {
  const { hour, minute = 0, second = 0, milli = 0, half = null, weak = false } = parts;
  if (hour > 24 || second > 60 || (hour === 24 && minute > 0)) return null;
  const ofDay = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  return { clock: { hour: ofDay, minute, second, milli, half, zone: null, known: true }, length, weak };
}

export const minutesOf = (clock: Clock): number => clock.hour * 60 + clock.minute;
