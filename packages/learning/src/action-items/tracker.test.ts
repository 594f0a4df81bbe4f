import type { ReviewId } from '@hearth/review/ids';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedItem, changeRefusal } from './change.ts';
import { actionStatuses, priorities, type ActionItem } from './model.ts';
import { daysOver, matches, trackerSections, trackerSummary } from './tracker.ts';

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 5, 15, 12);
const today = '2026-06-15';

const item = (id: string, more: Partial<ActionItem> = {}): ActionItem => ({
  id,
  reviewId: 'review-1' as ReviewId,
  text: `Do ${id}`,
  owner: 'Ada',
  due: null,
  priority: null,
  kind: null,
  ticket: null,
  source: { kind: 'narrative', sentence: '' },
  status: 'open',
  completionNote: '',
  createdAtMs: nowMs - 10 * dayMs,
  updatedAtMs: nowMs - 10 * dayMs,
  completedAtMs: null,
  version: 1,
  ...more,
});

describe('changes', () => {
  test('[K1] will not do asks for a note, completed does not, and every status may follow every other', () => {
    for (const from of actionStatuses)
      for (const to of actionStatuses) {
        const refusal = changeRefusal(item('a', { status: from, completionNote: '' }), { status: to });
        expect(refusal).toBe(to === 'wont_do' ? 'note-required' : null);
      }
    expect(changeRefusal(item('a'), { status: 'wont_do', completionNote: ' too dear ' })).toBeNull();
    expect(changeRefusal(item('a', { completionNote: 'said before' }), { status: 'wont_do' })).toBeNull();
    expect(changeRefusal(item('a', { status: 'wont_do', completionNote: 'x' }), { completionNote: ' ' })).toBe(
      'note-required',
    );
    expect(changeRefusal(item('a'), { text: ' ' })).toBe('text-required');
  });

  test('[K2] completing stores when, a later change keeps it, taking it back forgets it', () => {
    const completed = changedItem(item('a'), { status: 'completed' }, nowMs);
    expect(completed).toMatchObject({ completedAtMs: nowMs, updatedAtMs: nowMs, version: 2 });
    const noted = changedItem(completed, { completionNote: 'done' }, nowMs + 5);
    expect(noted).toMatchObject({ completedAtMs: nowMs, updatedAtMs: nowMs + 5, version: 3 });
    expect(changedItem(noted, { status: 'open' }, nowMs + 9).completedAtMs).toBeNull();
    expect(changedItem(noted, { status: 'wont_do' }, nowMs + 9).completedAtMs).toBeNull();
  });
});

describe('overdue', () => {
  test('[K3] counts days after the due day, and never for what is settled', () => {
    expect(daysOver(item('a', { due: '2026-06-15' }), today)).toBe(0);
    expect(daysOver(item('a', { due: '2026-06-14' }), today)).toBe(1);
    expect(daysOver(item('a', { due: '2026-02-28' }), '2026-03-01')).toBe(1);
    expect(daysOver(item('a'), today)).toBe(0);
    expect(daysOver(item('a', { due: '2026-01-01', status: 'completed' }), today)).toBe(0);
    expect(daysOver(item('a', { due: '2026-01-01', status: 'wont_do' }), today)).toBe(0);
  });

  test('[K3] the day ends at midnight of the zone', () => {
    const late = [item('a', { due: '2026-06-15' })];
    const at = Date.UTC(2026, 5, 15, 23, 30);
    expect(trackerSections(late, at)[0]?.items).toHaveLength(0);
    expect(trackerSections(late, at, 'Europe/Berlin')[0]?.items).toHaveLength(1);
  });
});

describe('sections', () => {
  test('[K4] stand and are sorted as they are to be read', () => {
    const items = [
      item('done-early', { status: 'completed', completedAtMs: nowMs - 2 }),
      item('plain'),
      item('p1', { priority: 'P1' }),
      item('soon', { due: '2026-06-20', priority: 'P3' }),
      item('ownerless', { owner: ' ' }),
      item('blocked', { status: 'blocked' }),
      item('over-1', { due: '2026-06-14' }),
      item('over-9', { due: '2026-06-06', status: 'in_progress' }),
      item('done-late', { status: 'wont_do', updatedAtMs: nowMs - 1 }),
    ];
    const read = trackerSections(items, nowMs).map(({ kind, items: all }) => [kind, all.map(({ id }) => id)]);
    expect(read).toEqual([
      ['needs-a-hand', ['over-9', 'over-1', 'blocked', 'ownerless']],
      ['on-its-way', ['soon', 'p1', 'plain']],
      ['done', ['done-late', 'done-early']],
    ]);
  });

  test('[K5] every action is in exactly one, whatever the order they come in', () => {
    const anyItem = fc.record({
      id: fc.uuid(),
      status: fc.constantFrom(...actionStatuses),
      owner: fc.option(fc.constantFrom('Ada', '')),
      due: fc.option(fc.constantFrom('2026-06-01', '2026-06-15', '2026-07-01')),
      priority: fc.option(fc.constantFrom(...priorities)),
    });
    const items = fc.uniqueArray(anyItem, { selector: ({ id }) => id, maxLength: 20 });
    fc.assert(
      fc.property(items, (all) => {
        const whole = all.map(({ id, ...more }) => item(id, more));
        const sections = trackerSections(whole, nowMs);
        expect(sections.flatMap((section) => section.items.map(({ id }) => id)).toSorted()).toEqual(
          whole.map(({ id }) => id).toSorted(),
        );
        expect(trackerSections(whole.toReversed(), nowMs)).toEqual(sections);
      }),
    );
  });
});

describe('the completion report', () => {
  test('[K6] [K7] counts as DOMAIN 4.7 says', () => {
    const completed = (more: Partial<ActionItem>) => item('c', { status: 'completed', completedAtMs: nowMs, ...more });
    const summary = trackerSummary(
      [
        completed({ due: '2026-06-15', priority: 'P1' }),
        completed({ due: '2026-06-14', createdAtMs: nowMs - 4 * dayMs }),
        completed({ createdAtMs: nowMs - 1 * dayMs }),
        item('open', { priority: 'P1', due: '2026-06-01', createdAtMs: nowMs - 91 * dayMs }),
        item('young', { createdAtMs: nowMs - 90 * dayMs }),
        item('never', { status: 'wont_do', priority: 'P1', due: '2026-01-01', createdAtMs: 0 }),
      ],
      nowMs,
    );
    expect(summary).toEqual({
      total: 5,
      completed: 3,
      open: 2,
      wontDo: 1,
      completionRate: 0.6,
      onTime: 1,
      onTimeRate: 0.5,
      averageDays: 5,
      openOverdue: 1,
      openOlderThan90Days: 1,
      byPriority: {
        P1: { total: 2, completed: 1 },
        P2: { total: 0, completed: 0 },
        P3: { total: 0, completed: 0 },
        none: { total: 3, completed: 2 },
      },
    });
  });

  test('[K7] without a denominator there is no rate', () => {
    expect(trackerSummary([item('a', { status: 'wont_do' })], nowMs)).toMatchObject({
      completionRate: null,
      onTimeRate: null,
      averageDays: null,
    });
  });
});

describe('filters', () => {
  const one = item('a', {
    text: 'Add an alert',
    owner: '@Ada Lovelace',
    ticket: 'OPS-7',
    priority: 'P1',
    kind: 'human',
    due: '2026-06-01',
  });

  test.each([
    [{}, true],
    [{ owner: 'ada lovelace' }, true],
    [{ owner: 'Ada' }, false],
    [{ text: 'ALERT ops-7' }, true],
    [{ text: 'alert nothing' }, false],
    [{ status: ['open'] }, true],
    [{ status: ['blocked'] }, false],
    [{ priority: ['P1', 'P2'] }, true],
    [{ priority: ['P2'] }, false],
    [{ kind: 'technical' }, false],
    [{ overdue: true }, true],
    [{ reviewId: 'review-2' }, false],
    [{ owner: '@ADA LOVELACE', kind: 'human', overdue: true, text: '' }, true],
    [{ owner: '@ADA LOVELACE', kind: 'technical' }, false],
  ] as const)('[K8] %j passes: %s', (filter, expected) => {
    expect(matches(one, filter, today)).toBe(expected);
  });

  test('[K8] nobody is found among the ownerless', () => {
    expect(matches(item('a', { owner: null }), { owner: '' }, today)).toBe(false);
    expect(matches(item('a', { owner: '' }), { owner: '' }, today)).toBe(false);
  });
});
