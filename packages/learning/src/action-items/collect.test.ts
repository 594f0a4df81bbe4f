import type { Card } from '@hearth/board/cards';
import type { NarrativeNode } from '@hearth/board/narrative';
import type { CardId } from '@hearth/review/ids';
import { expect, test } from 'vitest';
import { collectActions } from './collect.ts';

const action = (id: string, text: string, parked = false): Card => ({
  id: id as CardId,
  kind: 'action',
  text,
  parked,
  rank: 'a',
  author: null,
  createdAt: 0,
  evidence: [],
  files: [],
});
const text = (words: string): NarrativeNode => ({ type: 'text', text: words });
const task = (...content: NarrativeNode[]): NarrativeNode => ({
  type: 'taskItem',
  attrs: { checked: false },
  content: [{ type: 'paragraph', content }],
});
const board = (cards: Card[], ...tasks: NarrativeNode[]) => ({
  format: 1,
  cards,
  links: [],
  columns: [],
  themes: [],
  narrative: { type: 'doc', content: [{ type: 'taskList', content: tasks }] },
  comments: [],
});

test('[R7] cards come first, parked ones included, empty ones not', () => {
  const other = { ...action('learning-1', 'Add nothing'), kind: 'learning' } as Card;
  const found = collectActions(
    board(
      [action('action-01', 'Add alerts, P1', true), action('action-02', '  '), other],
      task(text('Rotate certificates')),
    ),
    '2026-06-01',
  );
  expect(found.map((item) => item.source)).toEqual([
    { kind: 'card', cardId: 'action-01', sentence: 'Add alerts, P1' },
    { kind: 'narrative', sentence: 'Rotate certificates' },
  ]);
  expect(found[0]?.fields.priority).toBe('P1');
});

test('[R8] what both say is offered once, as the card', () => {
  const found = collectActions(board([action('action-01', 'Add alerts.')], task(text('add alerts'))), '2026-06-01');
  expect(found.map((item) => item.source.kind)).toEqual(['card']);
});

test('[R9] marks and citations are no part of a sentence', () => {
  const bold = { ...text('alerts_for_labels'), marks: [{ type: 'bold' }] };
  const cite = { type: 'cite', attrs: { cardId: 'event-001', label: 'Four calls' } };
  const found = collectActions(board([], task(text('Add '), bold, text(' by 2026-07-01 '), cite)), '2026-06-01');
  expect(found).toMatchObject([
    { source: { sentence: 'Add alerts_for_labels by 2026-07-01' }, fields: { due: '2026-07-01' } },
  ]);
});

test('[R9] every field fits the form that confirms it', () => {
  const [found] = collectActions(board([action('action-01', `Add ${'many '.repeat(2_000)}alerts`)]), '2026-06-01');
  expect(found?.fields.text).toHaveLength(2_000);
  expect(found?.source.sentence).toHaveLength(2_000);
});
