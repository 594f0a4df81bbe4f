// Scores the extractors against real reports that somebody labelled by hand, outside the project:
//   node packages/learning/bench/extraction.bench.ts [FOLDER]
// A found row pairs with a labelled one when they share most of their words (and, on a timeline, their moment); best
// overlap first, each at most once. Instants are right within a minute.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractActions } from '../src/action-items/extract.ts';
import { parseTimeline } from '../src/timeline/parse.ts';

interface Entry {
  readonly time: string;
  readonly text: string;
  readonly iso_utc: string | null;
  readonly iso_utc_assumed?: string;
}
interface Item {
  readonly text: string;
  readonly owner: string | null;
  readonly ticket: string | null;
}
interface Found extends Partial<Item> {
  readonly text: string;
  readonly time?: string;
  readonly at?: string | null;
}
/** Counts of one document; `right` of `asked` are instants, or owners and tickets. */
interface Score {
  paired: number;
  found: number;
  wanted: number;
  right: number;
  asked: number;
}

const enough = 0.6;
const minuteMs = 60_000;

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .replace(/https?:\S+/g, ' ')
      .match(/[a-z0-9]{2,}/g),
  );
}

/** Shared words over the smaller text, 0 where they are under 35 % of all words. */
function overlap(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (first.size === 0 || second.size === 0) return a.trim() === b.trim() ? 1 : 0;
  const shared = first.intersection(second).size;
  return shared / first.union(second).size < 0.35 ? 0 : shared / Math.min(first.size, second.size);
}

const digitsOf = (time: string): number => Number(/\d{1,2}[:.h]\d{2}/.exec(time)?.[0].replace(/\D/g, '') ?? 0);

const within = (a: string | null | undefined, b: string | null | undefined): boolean =>
  Boolean(a && b) && Math.abs(Date.parse(a!) - Date.parse(b!)) <= minuteMs;

function sameMoment(found: Found, wanted: Entry): boolean {
  if (within(found.at, wanted.iso_utc ?? wanted.iso_utc_assumed)) return true;
  if (found.at && wanted.iso_utc) return false;
  const [ours, theirs] = [digitsOf(found.time ?? ''), digitsOf(wanted.time)];
  return theirs === 0 || (ours !== 0 && ours % 1200 === theirs % 1200);
}

function pairUp<Wanted extends { readonly text: string }>(
  found: readonly Found[],
  wanted: readonly Wanted[],
  fits: (one: Found, other: Wanted) => boolean,
): [Found, Wanted][] {
  const candidates = found
    .flatMap((one) => wanted.map((other) => ({ one, other, share: overlap(one.text, other.text) })))
    .filter(({ one, other, share }) => share >= enough && fits(one, other))
    .toSorted((a, b) => b.share - a.share);
  const taken = new Set<unknown>();
  return candidates.flatMap(({ one, other }): [Found, Wanted][] => {
    if (taken.has(one) || taken.has(other)) return [];
    taken.add(one).add(other);
    return [[one, other]];
  });
}

function scoreTimeline(text: string, wanted: readonly Entry[]): Score {
  const parsed = parseTimeline(text);
  const found = parsed.ok ? parsed.rows : [];
  const pairs = pairUp(found, wanted, sameMoment);
  const right = pairs.filter(([one, other]) => within(one.at, other.iso_utc)).length;
  const asked = wanted.filter((entry) => entry.iso_utc !== null).length;
  return { paired: pairs.length, found: found.length, wanted: wanted.length, right, asked };
}

function scoreActions(text: string, wanted: readonly Item[]): Score {
  const found = extractActions(text);
  const pairs = pairUp(found, wanted, () => true);
  const fields = pairs.flatMap(([one, other]) =>
    (['owner', 'ticket'] as const).filter((field) => other[field]).map((field) => [one[field], other[field]!] as const),
  );
  const right = fields.filter(([ours, theirs]) => ours && (theirs.includes(ours) || overlap(ours, theirs) > 0.5));
  return {
    paired: pairs.length,
    found: found.length,
    wanted: wanted.length,
    right: right.length,
    asked: fields.length,
  };
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1));

function line(name: string, score: Score): string {
  const f1 = percent(2 * score.paired, score.found + score.wanted);
  const cells = [
    `${score.wanted}`,
    `${score.found}`,
    percent(score.paired, score.found),
    percent(score.paired, score.wanted),
    f1,
  ];
  return [name.padEnd(56), ...cells.map((cell) => cell.padStart(7)), `${score.right}/${score.asked}`.padStart(9)].join(
    ' ',
  );
}

function scoreFolder(folder: string, kind: 'timelines' | 'action-items'): void {
  const total: Score = { paired: 0, found: 0, wanted: 0, right: 0, asked: 0 };
  const rightOf = kind === 'timelines' ? 'instants' : 'fields';
  const titles = ['wanted', 'found', 'prec.', 'recall', 'F1'].map((title) => title.padStart(7));
  console.log([kind.padEnd(56), ...titles, rightOf.padStart(9)].join(' '));
  const files = readdirSync(join(folder, kind)).filter((file) => file.endsWith('.json'));
  for (const file of files.toSorted()) {
    const truth = JSON.parse(readFileSync(join(folder, kind, file), 'utf8')) as { entries?: Entry[]; items?: Item[] };
    const document = readFileSync(join(folder, 'postmortems', file.replace(/json$/, 'md')), 'utf8');
    // The first line tells where the document comes from.
    const text = document.replace(/^<!--.*?-->\n/s, '');
    const score = truth.entries ? scoreTimeline(text, truth.entries) : scoreActions(text, truth.items ?? []);
    for (const key of Object.keys(total) as (keyof Score)[]) total[key] += score[key];
    console.log(line(file.replace(/\.json$/, ''), score));
  }
  console.log(`${line('total', total)}\n`);
}

const incidents = process.argv[2] ?? join(import.meta.dirname, '../../../../shared/data/incidents');
if (existsSync(incidents)) {
  scoreFolder(incidents, 'timelines');
  scoreFolder(incidents, 'action-items');
} else {
  console.log('skipped: no incident data beside the project');
}
