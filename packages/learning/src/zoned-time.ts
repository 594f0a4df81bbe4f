// Moments as a place's calendar and clock show them. Pure: the zone's rules are the runtime's.

export interface ZonedTime {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/**
 * @param ms  Unix milliseconds.
 * @param zone  IANA name; one that the runtime does not know counts as UTC.
 */
export const zonedTime = (ms: number, zone: string): ZonedTime => {
  const parts = new Map(
    formatterFor(zone)
      .formatToParts(ms)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
};

/** Calendar day of a moment in a zone, YYYY-MM-DD. */
export const dayIn = (ms: number, zone: string): string => {
  const { year, month, day } = zonedTime(ms, zone);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
};

/** Days from one calendar day to another, negative when `to` is earlier. Both YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

export const twoDigits = (value: number): string => String(value).padStart(2, '0');

const formatterFor = (zone: string): Intl.DateTimeFormat => {
  const fields = {
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  } as const;
  try {
    return new Intl.DateTimeFormat('en', { ...fields, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat('en', { ...fields, timeZone: 'UTC' });
  }
};
