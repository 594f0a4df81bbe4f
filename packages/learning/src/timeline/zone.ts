// Time zones as people write them: abbreviations, offsets, IANA names, "Pacific time". Pure. Rules: SPEC T20-T23.
import { instantOfClock } from '@hearth/review/time/wall-time';

export type Zone =
  | { readonly kind: 'fixed'; readonly minutes: number }
  | { readonly kind: 'region'; readonly name: string };

/** A zone read at the start of a text. */
export interface ZoneRead {
  readonly zone: Zone;
  readonly length: number;
}

/** Minutes east of UTC. An abbreviation is taken at its word: "PST" is eight hours behind, in summer too. */
const abbreviations: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  zulu: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  eet: 120,
  eest: 180,
  sast: 120,
  msk: 180,
  ist: 330,
  gst: 240,
  pkt: 300,
  ict: 420,
  sgt: 480,
  myt: 480,
  pht: 480,
  hkt: 480,
  awst: 480,
  jst: 540,
  kst: 540,
  acst: 570,
  aest: 600,
  acdt: 630,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  brt: -180,
  adt: -180,
  ast: -240,
  edt: -240,
  est: -300,
  cdt: -300,
  cst: -360,
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
  akdt: -480,
  akst: -540,
  hst: -600,
};

const regions: Readonly<Record<string, string>> = {
  pt: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  'san francisco': 'America/Los_Angeles',
  california: 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  mt: 'America/Denver',
  mountain: 'America/Denver',
  ct: 'America/Chicago',
  central: 'America/Chicago',
  et: 'America/New_York',
  eastern: 'America/New_York',
  'new york': 'America/New_York',
  'central european': 'Europe/Berlin',
  'eastern european': 'Europe/Helsinki',
  berlin: 'Europe/Berlin',
  amsterdam: 'Europe/Amsterdam',
  paris: 'Europe/Paris',
  oslo: 'Europe/Oslo',
  zurich: 'Europe/Zurich',
  copenhagen: 'Europe/Copenhagen',
  uk: 'Europe/London',
  london: 'Europe/London',
  british: 'Europe/London',
  sydney: 'Australia/Sydney',
  tokyo: 'Asia/Tokyo',
};

const offset = /^(?:(?:utc|gmt)\s?)?([+\u2212-])(\d{1,2})(?::?([0-5]\d))?(?![\d:])/i;
const iana =
  /^(?:africa|america|asia|atlantic|australia|europe|indian|pacific|us|uc|etc)\/[a-z]{2,20}(?:[_/-][a-z]{2,20}){0,3}/i;
const word = /^[a-z]{1,5}(?![\w/])/i;
const place =
  /^(?:us[ /])?(central european|eastern european|san francisco|new york|pacific|mountain|central|eastern|california|seattle|berlin|amsterdam|paris|oslo|zurich|copenhagen|uk|london|british|sydney|tokyo)(?: (?:standard |daylight |summer )?time| local(?: time)?)?\b/i;
const maxOffsetMinutes = 14 * 60;

/** Zone at the start of `text`, for text that follows a clock: "UTC", "(PST)", "+02:00", "Z", "Pacific time". */
export function readZone(text: string): ZoneRead | null {
  const lead = /^\s{0,3}[([]?\s?/.exec(text)![0];
  const read = readBareZone(text.slice(lead.length), lead.trim() === '' && lead === '');
  if (!read) return null;
  const tail = lead.trim() === '' ? '' : /^[^)\]\n]{0,20}[)\]]/.exec(text.slice(lead.length + read.length))?.[0];
  if (tail === undefined) return null;
  return { zone: read.zone, length: lead.length + read.length + tail.length };
}

function readBareZone(text: string, glued: boolean): ZoneRead | null {
  return readOffset(text, glued) ?? readName(text) ?? readPlace(text, true);
}

/** A bare sign needs a full offset ("+0200", "+02:00") glued on or not; "- 5 pods" is no zone. */
function readOffset(text: string, glued: boolean): ZoneRead | null {
  const match = offset.exec(text);
  if (!match) return null;
  const named = /^[a-z]/i.test(match[0]);
  const full = match[2]!.length === 2 && match[3] !== undefined;
  if (!named && !full && !(glued && match[1] === '+' && match[2]!.length === 2)) return null;
  // "10:00-1130" is a range; "10:00-0500" an offset: offsets end in 00, 30 or 45 and stay within half a day.
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > maxOffsetMinutes || ![0, 30, 45].includes(minutes % 60)) return null;
  if (!named && match[1] !== '+' && (match[0].includes(':') || !glued) && !/^[-\u2212]0/.test(match[0])) return null;
  return { zone: { kind: 'fixed', minutes: match[1] === '+' ? minutes : -minutes }, length: match[0].length };
}

function readName(text: string): ZoneRead | null {
  const zoneName = iana.exec(text)?.[0];
  if (zoneName) {
    const zone = regionOf(zoneName);
    return zone && { zone, length: zoneName.length };
  }
  const name = word.exec(text)?.[0];
  if (!name) return null;
  if (name === 'Z' || name === 'z') return { zone: { kind: 'fixed', minutes: 0 }, length: 1 };
  const lower = name.toLowerCase();
  const upper = name === name.toUpperCase();
  // Two letters are read in capitals only, and so are the words "est", "west", "met".
  if (!upper && (name.length < 3 || ['est', 'west', 'wet', 'met', 'ast', 'ist'].includes(lower))) return null;
  const minutes = abbreviations[lower];
  if (minutes !== undefined) return { zone: { kind: 'fixed', minutes }, length: name.length };
  const region = name.length === 2 && lower !== 'uk' ? regions[lower] : undefined;
  return region ? { zone: { kind: 'region', name: region }, length: name.length } : null;
}

function readPlace(text: string, needsTime: boolean): ZoneRead | null {
  const match = place.exec(text);
  const region = match ? regions[match[1]!.toLowerCase()] : undefined;
  if (!match || !region || (needsTime && !/time$/i.test(match[0]) && !/^(?:pacific|eastern)$/i.test(match[0])))
    return null;
  return { zone: { kind: 'region', name: region }, length: match[0].length };
}

/** First zone named anywhere in a short text, as in "All times in UTC+1 (Zurich time)". */
export function findZone(text: string): Zone | null {
  const starts = /(?<![\w/+-])(?=[A-Za-z])/g;
  for (let match = starts.exec(text); match && match.index < 400; match = starts.exec(text)) {
    const rest = text.slice(match.index, match.index + 60);
    const read = readOffset(rest, false) ?? readName(rest) ?? readPlace(rest, false);
    if (read && !/^z/i.test(rest)) return read.zone;
    if (/^zulu\b/i.test(rest)) return { kind: 'fixed', minutes: 0 };
    starts.lastIndex = match.index + 1;
  }
  return null;
}

/** Zone from an option: an IANA name, an abbreviation or an offset. Null where it names none. */
export function parseZone(name: string): Zone | null {
  const text = name.trim();
  const read = readOffset(text, true) ?? readName(text) ?? readPlace(text, false);
  return read && read.length === text.length ? read.zone : regionOf(text);
}

function regionOf(name: string): Zone | null {
  // "UC/Pacific" is how a tired person types "US/Pacific".
  const corrected = name.replace(/^uc\//i, 'US/');
  try {
    // The constructor throws on names it doesn't know: the only test there is.
    const { timeZone } = new Intl.DateTimeFormat('en-US', { timeZone: corrected }).resolvedOptions();
    return { kind: 'region', name: timeZone };
  } catch {
    return null;
  }
}

/** Unix milliseconds of a wall clock in a zone. */
export function instantOf(wallMs: number, zone: Zone): number {
  return zone.kind === 'fixed' ? wallMs - zone.minutes * 60_000 : instantOfClock(wallMs, zone.name);
}
