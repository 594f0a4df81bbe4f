// Times as people write them in a zone, and the instants that they mean. Pure: the zones' rules are the runtime's.
// Rules: SPEC Z1-Z3. A zone that the runtime does not know counts as UTC.

/** `YYYY-MM-DDTHH:mm`, as `<input type="datetime-local">` has it. */
export type WallTime = string;

const dayMs = 86_400_000;
const wallPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/;

/** Whether the name is a time zone that this runtime knows. */
export const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: isZone(zone) ? zone : 'UTC',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
};

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
export const offsetAt = (ms: number, zone: string): number => {
  const whole = Math.floor(ms / 1000) * 1000;
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(whole)
      .map((part) => [part.type, part.value]),
  );
  const read = (name: string) => Number(parts[name]);
  const year = parts['era'] === 'BC' ? 1 - read('year') : read('year');
  return utc(year, read('month'), read('day'), read('hour'), read('minute'), read('second')) - whole;
};

/** Date.UTC takes the years 0 to 99 for 1900 to 1999; this does not. */
const utc = (year: number, month: number, day: number, hour: number, minute: number, second: number) => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, 0);
  return date.getTime();
};

/** The wall time of an instant in a zone. */
export const wallTimeOf = (ms: number, zone: string): WallTime =>
  new Date(ms + offsetAt(ms, zone)).toISOString().slice(0, 16);

/**
 * The instant at which the clocks of a zone show what those of UTC show at `wallMs`.
 * An hour that comes twice is its first coming; one that a clock change skips counts on from before the change.
 * @returns Unix milliseconds.
 */
export const instantOfClock = (wallMs: number, zone: string): number => {
  const before = offsetAt(wallMs - dayMs, zone);
  const after = offsetAt(wallMs + dayMs, zone);
  for (const offset of [before, after]) if (offsetAt(wallMs - offset, zone) === offset) return wallMs - offset;
  return wallMs - before;
};

/**
 * The instant that a wall time means in a zone, as `instantOfClock` has it.
 * @returns Unix milliseconds, or null when it is not a wall time (31 February included).
 */
export const instantOf = (wall: WallTime, zone: string): number | null => {
  const match = wallPattern.exec(wall);
  if (match === null) return null;
  const [, year, month, day, hour, minute] = match.map(Number) as [number, number, number, number, number, number];
  if (hour > 23 || minute > 59) return null;
  const asUtc = utc(year, month, day, hour, minute, 0);
  if (new Date(asUtc).toISOString().slice(0, 10) !== wall.slice(0, 10)) return null;
  return instantOfClock(asUtc, zone);
};

/** The calendar day of an instant in a zone, YYYY-MM-DD. */
export const dayOf = (ms: number, zone: string): string => wallTimeOf(ms, zone).slice(0, 10);

/** Midnight before a moment, Unix milliseconds. */
export const dayStart = (ms: number, zone: string): number =>
  instantOf(`${dayOf(ms, zone)}T00:00`, zone) ?? Math.floor(ms / dayMs) * dayMs;

export const sameDay = (aMs: number, bMs: number, zone: string): boolean => dayOf(aMs, zone) === dayOf(bMs, zone);

/** Days from one calendar day to another, negative when `to` is earlier. Both YYYY-MM-DD. */
export const calendarDays = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** Whole calendar days from one instant to another in a zone; negative when `to` is earlier. */
export const daysBetween = (fromMs: number, toMs: number, zone: string): number =>
  calendarDays(dayOf(fromMs, zone), dayOf(toMs, zone));
