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
  /** Hour of one digit without am or pm: may mean the afternoon. */
  readonly bareHour: boolean;
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
    const half = halfOf(match[6]);
    return clockRead(match[0].length, Number(match[1]), Number(match[3]), Number(match[4] ?? 0), milli, half, {
      weak: match[2] === '.',
      bareHour: half === null && match[1]!.length === 1,
    });
  }
  const hour = hourOnly.exec(text);
  if (hour && Number(hour[1]) <= 12)
    return clockRead(hour[0].length, Number(hour[1]), 0, 0, 0, halfOf(hour[2]), { weak: false, bareHour: false });
  const opened = hourOfRange.exec(text);
  if (opened && Number(opened[1]) <= 12)
    return clockRead(opened[0].length, Number(opened[1]), 0, 0, 0, null, { weak: false, bareHour: true });
  const four = military.exec(text);
  return (
    four && clockRead(four[0].length, Number(four[1]), Number(four[2]), 0, 0, null, { weak: false, bareHour: false })
  );
}

function readLoose(text: string): ClockRead | null {
  const match = digitsOnly.exec(text);
  // 1970 to 2099 is rather a year.
  if (!match || /^(?:19[7-9]|20)/.test(match[0])) return null;
  return clockRead(match[0].length, Number(match[1]), Number(match[2]), 0, 0, null, { weak: true, bareHour: false });
}

function readWords(text: string): ClockRead | null {
  const word = named.exec(text);
  if (word) {
    const hour = word[1]!.toLowerCase() === 'midnight' ? 0 : 12;
    return clockRead(word[0].length, hour, 0, 0, 0, null, { weak: false, bareHour: false });
  }
  const blank = unknown.exec(text);
  if (!blank) return null;
  const clock = { hour: 0, minute: 0, second: 0, milli: 0, half: null, zone: null, known: false, bareHour: false };
  return { clock, length: blank[0].length, weak: false };
}

const halfOf = (letter: string | undefined): 'am' | 'pm' | null =>
  letter === undefined ? null : letter.toLowerCase() === 'p' ? 'pm' : 'am';

function clockRead(
  length: number,
  writtenHour: number,
  minute: number,
  second: number,
  milli: number,
  half: 'am' | 'pm' | null,
  traits: { weak: boolean; bareHour: boolean },
): ClockRead | null {
  if (writtenHour > 24 || second > 60 || (writtenHour === 24 && minute > 0)) return null;
  const hour =
    half === 'pm' && writtenHour < 12 ? writtenHour + 12 : half === 'am' && writtenHour === 12 ? 0 : writtenHour;
  const clock = { hour, minute, second, milli, half, zone: null, known: true, bareHour: traits.bareHour };
  return { clock, length, weak: traits.weak };
}

export const minutesOf = (clock: Clock): number => clock.hour * 60 + clock.minute;
