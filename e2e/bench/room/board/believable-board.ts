// A board of any size as a review leaves it: a dense afternoon, people's views, factors that explain one another. Pure; the
// same count and seed give the same board.
import {
  eventKinds,
  factorCategories,
  linkMeanings,
  perspectiveFacets,
  type Column,
  type Evidence,
  type Link,
} from '@hearth/board/cards';
import type { NewCard } from '@hearth/board/operations';
import type { CardId, ColumnId, LinkId } from '@hearth/review/ids';
import { randomFrom } from '../../sync/load/random.ts';

export interface BelievableBoard {
  columns: Omit<Column, 'rank'>[];
  cards: NewCard[];
  links: Link[];
}

const startMs = Date.parse('2026-11-17T12:10:00.000Z');
/** Most things happen in bursts: a minute apart within one, longer between two. */
const burst = 12;
const minuteMs = 60_000;

const people: readonly (readonly [name: string, role: string])[] = [
  ['Priya Raman', 'Support'],
  ['Tomasz Wieczorek', 'On-call'],
  ['Jonas Lindqvist', 'Infrastructure'],
  ['Maya Castellanos', 'Pharmacy'],
  ['Dele Adeyemi', 'Expert'],
  ['نور الهاشمي', 'Platform'],
  ['Inés Ortega', 'Communications'],
  ['Sam Okafor', 'Database'],
];
const lanes = ['', 'Support', 'On-call', 'Infrastructure', 'Pharmacies', 'Database'] as const;
const subjects = [
  'The print gateway',
  'Queue depth',
  'The standby replica',
  'A second caller',
  'The certificate',
  'Our dashboard',
  'The hand-over note',
  'Checkout in two regions',
  'The runbook',
  'Whoever was paged',
];
const happenings = [
  'says “accepted” before a label exists',
  'climbs past what the alert watches',
  'is read as healthy, as on every other day',
  'stops answering for forty seconds, then recovers',
  'was renewed early, which felt like the careful thing',
  'shows the old value for nine minutes',
  'goes to the other queue at 14:00',
  'is restarted by hand and holds',
];
const details = [
  '',
  '',
  ' Nobody could see it from where they stood.',
  ' It had been true in June.',
  ' Four ordinary calls are one unusual pattern; only someone who sees all four can tell, and nobody did until 14:24.',
  ' 🖨️ Quiet here, busy there.',
];
const graph: Evidence = { label: 'Jobs accepted and labels printed', url: 'https://graphs.example/print-gateway' };

/** Shares of the kinds, in the order in which they are made; what is left are questions. */
const shares = { event: 0.4, perspective: 0.22, factor: 0.22, learning: 0.08, action: 0.06 } as const;

export const believableBoard = (count: number, seed = 1): BelievableBoard => {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const words = (): string => `${pick(subjects)} ${pick(happenings)}.${pick(details)}`;
  const evidence = (): Evidence[] => (random() < 0.15 ? [graph] : []);
  const columns = people.map(([name, role], n) => ({ id: `bench-column-${n}` as ColumnId, name, role }));
  const cards: NewCard[] = [];
  const add = <Kind extends NewCard['kind']>(
    kind: Kind,
    rest: Omit<NewCard & { kind: Kind }, 'id' | 'kind' | 'text'>,
  ) => cards.push({ ...rest, kind, id: `bench-card-${cards.length}` as CardId, text: words() } as NewCard);
  const times = (share: number, make: (n: number) => void): void => {
    for (let n = 0; n < Math.floor(count * share); n++) make(n);
  };
  times(shares.event, (n) => {
    const at = startMs + (n + Math.floor(n / burst) * 9 + Math.floor(random() * 3)) * minuteMs;
    const endAt = random() < 0.08 ? at + Math.ceil(random() * 30) * minuteMs : null;
    const precision = random() < 0.1 ? 'about' : 'exact';
    const rest = {
      at,
      endAt,
      precision,
      eventKind: pick(eventKinds),
      lane: pick(lanes),
      key: random() < 0.05,
    } as const;
    add('event', { ...rest, evidence: evidence() });
  });
  times(shares.perspective, () =>
    add('perspective', { columnId: pick(columns).id, facet: pick(perspectiveFacets), evidence: evidence() }),
  );
  times(shares.factor, () => add('factor', { category: pick(factorCategories), evidence: evidence() }));
  times(shares.learning, () => add('learning', { evidence: [] }));
  times(shares.action, () => add('action', { parked: random() < 0.5, evidence: [] }));
  while (cards.length < count) add('question', { evidence: [] });
  return { columns: count === 0 ? [] : columns, cards, links: linksAmong(cards, pick, random) };
};

/** Most factors explain something: another factor, or a moment. */
const linksAmong = (cards: readonly NewCard[], pick: <T>(list: readonly T[]) => T, random: () => number): Link[] => {
  const factors = cards.filter(({ kind }) => kind === 'factor');
  const events = cards.filter(({ kind }) => kind === 'event');
  return factors.flatMap(({ id: from }, n) => {
    const to = pick(random() < 0.5 ? factors : events).id;
    return from === to || random() < 0.15
      ? []
      : [{ id: `bench-link-${n}` as LinkId, from, to, meaning: pick(linkMeanings) }];
  });
};
