// The incident on one line: where each event stands, which are named, and the longest stretch without one. Pure.
import type { ReportEvent } from '@hearth/learning/publishing/report';

export interface LinePoint {
  id: string;
  x: number;
  key: boolean;
  about: boolean;
}

export interface LineLabel {
  x: number;
  words: string;
  anchor: 'start' | 'middle' | 'end';
  /** 0 next to the line, 1 one line of words further away. */
  row: number;
}

export interface IncidentLine {
  points: LinePoint[];
  /** Above the line: what happened, for those that matter most and have room. */
  names: LineLabel[];
  /** Below the line: when. */
  clocks: LineLabel[];
  /** The longest silence, where it is long enough to be part of the story. */
  gap: { from: number; to: number; minutes: number } | null;
  /** From the first impact to the first recovery after it. */
  impact: { from: number; to: number } | null;
}

export const lineWidth = 660;
const inset = 16;
/** Average advance of the 13 px sans; errs on the wide side, so that labels never touch. */
const letterWidth = 6.6;
const longestName = 26;

/**
 * Lays the line out over `lineWidth` units.
 * @param clock  words for an instant, such as "14:24".
 * @returns null when fewer than two events have a time.
 */
export const layOutLine = (events: readonly ReportEvent[], clock: (at: number) => string): IncidentLine | null => {
  const timed = events
    .filter((event): event is ReportEvent & { at: number } => event.at !== null)
    .sort((a, b) => a.at - b.at);
  const first = timed[0];
  const last = timed.at(-1);
  if (first === undefined || last === undefined || first.at === last.at) return null;
  const span = last.at - first.at;
  const xOf = (at: number) => inset + ((at - first.at) / span) * (lineWidth - 2 * inset);

  // Key moments are named before the others, and the two ends before the middle.
  const byWeight = [...timed].sort(
    (a, b) => weight(b, first.at, last.at) - weight(a, first.at, last.at) || a.at - b.at,
  );
  return {
    points: timed.map((event) => ({
      id: event.id,
      x: xOf(event.at),
      key: event.key,
      about: event.precision === 'about',
    })),
    names: fit(
      byWeight.filter((event) => event.key).map((event) => ({ x: xOf(event.at), words: shortened(event.text) })),
      2,
    ),
    clocks: fit(
      byWeight.map((event) => ({ x: xOf(event.at), words: clock(event.at) })),
      1,
    ),
    gap: longestGap(timed, span, xOf),
    impact: impactOf(timed, xOf),
  };
};

const weight = (event: { at: number; key: boolean }, first: number, last: number) =>
  (event.key ? 2 : 0) + (event.at === first || event.at === last ? 1 : 0);

/** Places labels in order of weight, in the first row where they touch no other; those that find no room are left out. */
const fit = (wanted: readonly { x: number; words: string }[], rows: number): LineLabel[] => {
  const taken: { from: number; to: number; row: number }[] = [];
  return wanted.flatMap(({ x, words }) => {
    const width = words.length * letterWidth;
    const anchor = x - width / 2 < 0 ? 'start' : x + width / 2 > lineWidth ? 'end' : 'middle';
    const at = anchor === 'start' ? Math.max(0, x - 5) : anchor === 'end' ? Math.min(lineWidth, x + 5) : x;
    const from = (anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2) - 6;
    const to = from + width + 12;
    const free = Array.from({ length: rows }, (_, row) => row).find(
      (row) => !taken.some((other) => other.row === row && from < other.to && other.from < to),
    );
    if (free === undefined) return [];
    taken.push({ from, to, row: free });
    return [{ x: at, words, anchor, row: free } as const];
  });
};

const shortened = (words: string): string => {
  const line = words.split('\n', 1)[0]?.trim() ?? '';
  if (line.length <= longestName) return line;
  const cut = line.slice(0, longestName);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 12)).replace(/[,;:.]$/, '')}…`;
};

const longestGap = (
  timed: readonly { at: number; endAt: number | null }[],
  span: number,
  xOf: (at: number) => number,
) => {
  let longest = { from: 0, to: 0 };
  let reached = timed[0]?.at ?? 0;
  for (const event of timed) {
    if (event.at - reached > longest.to - longest.from) longest = { from: reached, to: event.at };
    reached = Math.max(reached, event.endAt ?? event.at);
  }
  const minutes = Math.round((longest.to - longest.from) / 60_000);
  const matters = minutes >= 15 && (longest.to - longest.from) / span >= 0.2;
  return matters ? { from: xOf(longest.from), to: xOf(longest.to), minutes } : null;
};

const impactOf = (timed: readonly { at: number; kind: ReportEvent['kind'] }[], xOf: (at: number) => number) => {
  const start = timed.find((event) => event.kind === 'impact');
  const end = start && timed.findLast((event) => event.kind === 'recovery' && event.at > start.at);
  return start && end ? { from: xOf(start.at), to: xOf(end.at) } : null;
};
