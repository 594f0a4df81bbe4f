// The demo's board, complete, so that the first look at Hearth is alive. `demoSeed` gives what the server stores.
import type { CardId, ColumnId, LinkId, ThemeId } from '@hearth/review/ids';
import type { EventCard, EventKind, Evidence, FactorCategory, LinkMeaning, PerspectiveFacet } from '../cards.ts';
import type { Author, NewCard } from '../operations.ts';
import type { SeedBoard } from '../seed.ts';
import { onTheDay } from './incident.ts';
import { demoNarrative } from './narrative.ts';

const people = {
  priya: { id: 'demo-col-priya', name: 'Priya Raman', role: 'Support' },
  tomasz: { id: 'demo-col-tomasz', name: 'Tomasz Wieczorek', role: 'On-call' },
  jonas: { id: 'demo-col-jonas', name: 'Jonas Lindqvist', role: 'Infrastructure' },
  maya: { id: 'demo-col-maya', name: 'Maya Castellanos', role: 'Pharmacy' },
  dele: { id: 'demo-col-dele', name: 'Dele Adeyemi', role: 'Expert' },
} as const;
type PersonKey = keyof typeof people;

const wroteAtMs = Date.parse('2026-11-17T10:00:00.000Z');
const cards: { card: NewCard; by: Author }[] = [];
const write = (who: PersonKey, card: NewCard): void => {
  cards.push({ card, by: { author: { id: null, name: people[who].name }, nowMs: wroteAtMs + cards.length * 20_000 } });
};

const event = (
  clock: string,
  lane: string,
  eventKind: EventKind,
  words: string,
  more: Partial<EventCard> = {},
): void => {
  const who: Record<string, PersonKey> = { Pharmacies: 'maya', Support: 'priya', Infrastructure: 'jonas' };
  write(who[lane] ?? 'tomasz', {
    kind: 'event',
    id: `demo-event-${clock.replace(':', '')}` as CardId,
    text: words,
    at: onTheDay(clock),
    endAt: null,
    precision: 'exact',
    eventKind,
    lane,
    key: false,
    evidence: [],
    ...more,
  });
};
const onCall = 'On-call, Dispensing';
const graph: Evidence = {
  label: 'Jobs accepted and labels printed',
  url: 'https://graphs.example/print-gateway?panel=4',
};

event('13:22', 'Pharmacies', 'impact', 'First labels do not print');
event('13:41', 'Support', 'communication', 'First call, logged as hardware');
event('14:24', 'Support', 'detection', 'Four calls, one firmware', { key: true });
event('14:31', onCall, 'communication', 'Paged by Support');
event('14:40', 'Pharmacies', 'action', 'Staff write labels by hand', { precision: 'about' });
event('14:58', onCall, 'diagnosis', 'Accepted, but never printed', {
  evidence: [graph],
  knownThen: 'Every panel was green: the gateway had accepted each job.',
  knownNow: '“Accepted” is said before a label exists, and no panel counts labels.',
});
event('13:05', 'Infrastructure', 'change', 'New certificate goes live');
event('15:05', 'Infrastructure', 'decision', 'Re-issue with the older chain', { key: true });
event('15:08', 'Support', 'communication', 'Hand-written labels are valid');
event('15:33', 'Infrastructure', 'action', 'Re-issued chain goes live');
event('15:36', 'Pharmacies', 'recovery', 'Labels print again');
event('15:44', 'Support', 'recovery', '41 of 41 confirm');

const perspective = (who: PersonKey, facet: PerspectiveFacet, words: string): void =>
  write(who, {
    kind: 'perspective',
    id: `demo-view-${who}-${facet}` as CardId,
    columnId: people[who].id as ColumnId,
    facet,
    text: words,
  });
perspective('priya', 'saw', 'Each call alone made sense. Four together did not.');
perspective('priya', 'did-not-know', 'That two of the calls had gone to the other queue at the hand-over.');
perspective('tomasz', 'expected', 'Every panel was green, so I looked for a printer fault.');
perspective('tomasz', 'did-not-know', 'That “accepted” is said before a label exists.');
perspective('jonas', 'made-sense', 'Renewing early felt like the careful thing to do.');
perspective('jonas', 'knew', 'The list of printers said “all on 4.2”. It was true in June.');
perspective('maya', 'knew', 'People were waiting. By hand was slow, and safe.');
perspective('maya', 'saw', 'Our printer was quiet. I thought it was only ours.');
perspective('dele', 'expected', 'An alert on printed labels. There is none; all of them watch the gateway.');

const factor = (
  name: string,
  who: PersonKey,
  category: FactorCategory,
  words: string,
  evidence: Evidence[] = [],
): void => write(who, { kind: 'factor', id: `demo-factor-${name}` as CardId, category, text: words, evidence });
const exception: Evidence = { label: 'The exception, as granted', url: 'https://tracker.example/CHG-881' };
const firmware: Evidence = { label: 'Firmware notes, 4.2', url: 'https://printers.example/notes/4.2' };
factor('freeze', 'jonas', 'organisational', 'A freeze exception moved the renewal into opening hours', [exception]);
factor('inventory', 'dele', 'organisational', 'Nobody can see which pharmacy runs which firmware');
factor('chain', 'jonas', 'technical', 'Printers before firmware 4.2 trust only the older chain', [firmware, graph]);
factor('accepted', 'tomasz', 'technical', 'The gateway says “accepted” before a label exists');
factor('alerts', 'dele', 'technical', 'Alerts watch the gateway, not printed labels');
factor('handover', 'priya', 'human', 'The 14:00 hand-over split the calls between two queues');
factor('own-printer', 'maya', 'human', 'Each pharmacy sees only its own printer');
write('maya', {
  kind: 'question',
  id: 'demo-question-old' as CardId,
  text: 'How would a pharmacy know its printer is old?',
});

const learning = (name: string, who: PersonKey, words: string): void =>
  write(who, { kind: 'learning', id: `demo-learning-${name}` as CardId, text: words });
learning('promise', 'tomasz', '“Accepted” is a promise about the queue, not about the label.');
learning('careful', 'jonas', 'A careful change can be the risky one when the careful hour is a busy hour.');
learning('pattern', 'priya', 'Four ordinary calls are one unusual pattern; only someone who sees all four can tell.');

const action = (name: string, who: PersonKey, words: string, parked = true): void =>
  write(who, { kind: 'action', id: `demo-action-${name}` as CardId, parked, text: words });
action(
  'alert',
  'dele',
  'Alert when labels printed fall behind jobs accepted, @Dele Adeyemi, P1, by 24 November',
  false,
);
action('firmware', 'jonas', 'List firmware by pharmacy, refreshed each night', true);
action('calls', 'priya', 'Read open calls aloud at the 14:00 hand-over, @Priya Raman, P2');
action('kit', 'maya', 'Keep the hand-written label kit in every pharmacy, @Maya Castellanos, P2');

const links = (
  [
    ['freeze', 'demo-factor-chain', 'contributed'],
    ['inventory', 'demo-factor-chain', 'made-harder'],
    ['chain', 'demo-event-1322', 'led-to'],
    ['handover', 'demo-event-1424', 'made-harder'],
    ['accepted', 'demo-event-1458', 'made-harder'],
    ['alerts', 'demo-event-1424', 'made-harder'],
    ['own-printer', 'demo-event-1424', 'made-harder'],
  ] satisfies [string, string, LinkMeaning][]
).map(([from, to, meaning], index) => ({
  id: `demo-link-${index}` as LinkId,
  from: `demo-factor-${from}` as CardId,
  to: to as CardId,
  meaning,
}));

export const demoSeed: SeedBoard = {
  cards,
  columns: Object.values(people).map((person) => ({ ...person, id: person.id as ColumnId })),
  links,
  themes: [
    {
      id: 'demo-theme-unseen' as ThemeId,
      name: 'What we could not see',
      cards: ['accepted', 'alerts', 'own-printer'].map((name) => `demo-factor-${name}` as CardId),
    },
  ],
  narrative: demoNarrative,
};
