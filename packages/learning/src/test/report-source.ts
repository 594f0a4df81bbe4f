// One made-up review, as reports are made of it.
import type { Card } from '@hearth/board/cards';
import type { NarrativeNode } from '@hearth/board/narrative';
import type { BoardSnapshot } from '@hearth/board/snapshot';
import type { RecordedDecision } from '@hearth/review/facilitation/state';
import type { CardId, ColumnId, LinkId, ParticipantId, ReviewId } from '@hearth/review/ids';
import type { Incident } from '@hearth/review/incident';
import type { ActionItem } from '../action-items/model.ts';
import { type ReportSource } from '../publishing/build.ts';

export const startedAt = Date.UTC(2026, 5, 30, 22, 30);
export const incident: Incident = {
  title: 'Orders *failed*',
  severity: 'high',
  services: ['checkout', 'cart'],
  impact: 'Nobody could pay\nfor two hours',
  reference: 'INC-7',
  startedAt,
  detectedAt: null,
  mitigatedAt: null,
  resolvedAt: startedAt + 134 * 60_000,
  detection: 'customer',
  zone: 'Europe/London',
  links: [
    { label: 'Dashboard', url: 'https://graphs.test/a' },
    { label: 'Bad', url: 'javascript:alert(1)' },
  ],
};

export const base = { rank: 'a', author: null, createdAt: 0, evidence: [], files: [] };
export const event = (id: string, text: string, at: number | null, more: Partial<Card> = {}): Card =>
  ({
    ...base,
    id: id as CardId,
    kind: 'event',
    text,
    at,
    endAt: null,
    precision: 'exact',
    eventKind: 'detection',
    lane: '',
    key: false,
    ...more,
  }) as Card;

export const priya = 'column-priya' as ColumnId;
export const cards: Card[] = [
  event('event-3', 'Undated', null, { precision: 'unknown' }),
  event('event-2', 'After midnight', startedAt + 3_600_000, { precision: 'about', lane: 'Ops' }),
  event('event-1', 'First call', startedAt, {
    key: true,
    endAt: startedAt + 300_000,
    evidence: [{ label: 'Log', url: 'https://logs.test' }],
  }),
  {
    ...base,
    id: 'perspective-2' as CardId,
    kind: 'perspective',
    text: 'It was green',
    columnId: priya,
    facet: 'expected',
  },
  { ...base, id: 'perspective-1' as CardId, kind: 'perspective', text: 'A quiet graph', columnId: priya, facet: 'saw' },
  {
    ...base,
    id: 'factor-1' as CardId,
    kind: 'factor',
    text: 'Nobody watches labels',
    category: 'technical',
    theme: null,
  },
  { ...base, id: 'learning-1' as CardId, kind: 'learning', text: 'Accepted is not printed' },
  { ...base, id: 'learning-2' as CardId, kind: 'learning', text: '  ' },
];

const textNode = (words: string): NarrativeNode => ({ type: 'text', text: words });
const paragraph = (words: string): NarrativeNode => ({ type: 'paragraph', content: [textNode(words)] });
const heading = (words: string, level = 2): NarrativeNode => ({
  type: 'heading',
  attrs: { level },
  content: [textNode(words)],
});

const narrative: NarrativeNode = {
  type: 'doc',
  content: [
    paragraph('Opening words.'),
    heading('SUMMARY:'),
    paragraph('In short.'),
    heading('How we got here'),
    paragraph('The story.'),
    heading('A turn', 3),
    paragraph('It turned.'),
    heading('What went well'),
    paragraph('People talked.'),
    heading('Details', 3),
    paragraph('They talked early.'),
    heading('What to improve'),
    { type: 'paragraph' },
    heading('References'),
    paragraph('See the runbook.'),
  ],
};

export const snapshot = (more: Partial<BoardSnapshot> = {}): BoardSnapshot => ({
  format: 1,
  themes: [],
  cards,
  links: [{ id: 'link-0001' as LinkId, from: 'factor-1' as CardId, to: 'event-2' as CardId, meaning: 'made-harder' }],
  columns: [{ id: priya, name: 'Priya', role: 'Incident lead', rank: 'a' }],
  narrative,
  comments: [],
  ...more,
});

export const item = (id: string, more: Partial<ActionItem> = {}): ActionItem => ({
  id,
  reviewId: 'review-1' as ReviewId,
  text: `Do ${id}`,
  owner: null,
  due: null,
  priority: null,
  kind: null,
  ticket: null,
  source: { kind: 'narrative', sentence: '' },
  status: 'open',
  completionNote: '',
  createdAtMs: 0,
  updatedAtMs: 0,
  completedAtMs: null,
  version: 1,
  ...more,
});

export const source = (more: Partial<ReportSource> = {}): ReportSource => ({
  incident,
  snapshot: snapshot(),
  actions: [
    item('later'),
    item('first', {
      owner: 'Ada|Bo',
      due: '2026-07-10',
      priority: 'P1',
      kind: 'technical',
      ticket: 'https://tickets.test/1',
    }),
  ],
  people: [
    { id: 'ines', name: 'Ines', role: 'facilitator' },
    { id: 'priya', name: 'Priya', role: 'participant' },
    { id: 'olu', name: 'Olu', role: 'observer' },
  ],
  decisions: [],
  publishedAtMs: Date.UTC(2026, 6, 5, 10, 5),
  ...more,
});

export const decision = (text: string): RecordedDecision => ({
  id: 'decision-1',
  text,
  atMs: Date.UTC(2026, 6, 3, 13, 24),
  by: 'priya' as ParticipantId,
  present: ['ines', 'priya', 'olu', 'gone'] as ParticipantId[],
});
