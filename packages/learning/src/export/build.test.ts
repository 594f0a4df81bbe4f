import type { Card } from '@hearth/board/cards';
import type { Answered } from '@hearth/board/diagnostics';
import type { BoardSnapshot } from '@hearth/board/snapshot';
import { withAnswer, type FeedbackAnswer } from '@hearth/review/feedback/feedback';
import type { StoredMeeting } from '@hearth/review/facilitation/state';
import { lobby } from '@hearth/review/facilitation/transition';
import type { CardId, ColumnId, CommentId, LinkId, ParticipantId, ReviewId, ThemeId } from '@hearth/review/ids';
import { learningReview } from '@hearth/review/templates/built-in';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActionItem, Proposal } from '../action-items/model.ts';
import { buildExport, renderExport, type ExportSource } from './build.ts';

const noonMs = Date.UTC(2026, 10, 12, 12);
const card = (id: string, kind: Card['kind'], more: object): Card =>
  ({
    id: id as CardId,
    kind,
    text: `Words of ${id}`,
    rank: 'a',
    author: null,
    createdAt: noonMs,
    evidence: [],
    files: [],
    ...more,
  }) as Card;
const event = (id: string, at: number | null) =>
  card(id, 'event', {
    at,
    endAt: null,
    precision: at === null ? 'unknown' : 'exact',
    eventKind: 'change',
    lane: '',
    key: false,
  });

const snapshot: BoardSnapshot = {
  format: 1,
  themes: [{ id: 'theme-0001' as ThemeId, name: 'Seeing', rank: 'a' }],
  cards: [
    event('event-unknown', null),
    event('event-late', noonMs + 1),
    event('event-early', noonMs),
    card('seen', 'perspective', { columnId: 'column-1', facet: 'expected', author: { id: 'person-1', name: 'Mara' } }),
    card('seen-first', 'perspective', { columnId: 'column-1', facet: 'saw' }),
    card('orphan', 'perspective', { columnId: 'column-gone', facet: 'knew' }),
    card('factor-1', 'factor', {
      category: 'human',
      theme: 'theme-0001',
      evidence: [{ label: 'Log', url: 'https://logs.test/1' }],
      files: [
        {
          id: 'file-0001',
          name: 'a.png',
          type: 'image/png',
          bytes: 9,
          width: 3,
          height: 2,
          alt: 'A graph',
          thumbnail: true,
          addedAt: 1,
        },
      ],
    }),
    card('question-1', 'question', {}),
    card('learning-1', 'learning', {
      reactions: [
        { kind: 'more', by: 'person-1', name: 'Mara' },
        { kind: 'more', by: 'mark-0001', name: null },
      ],
    }),
    card('action-1', 'action', { parked: true }),
  ],
  links: [
    { id: 'link-1' as LinkId, from: 'factor-1' as CardId, to: 'event-early' as CardId, meaning: 'made-possible' },
  ],
  columns: [{ id: 'column-1' as ColumnId, name: 'Mara', role: 'On-call', rank: 'a' }],
  narrative: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'It began quietly.' }] }] },
  comments: [
    {
      id: 'comment-1' as CommentId,
      author: null,
      createdAt: noonMs,
      text: 'Which one?',
      card: 'card-gone1' as CardId,
      quote: 'The last words of it',
      resolved: { name: '', at: noonMs },
      replies: [{ id: 'comment-2' as CommentId, author: { id: null, name: 'Mara' }, createdAt: noonMs, text: 'This.' }],
    },
  ],
};
const reviewId = 'review-1' as ReviewId;
const fields = {
  text: 'Do it',
  owner: 'Mara',
  due: '2026-12-01',
  priority: 'P1',
  kind: 'technical',
  ticket: null,
} as const;
const proposal: Proposal = {
  ...fields,
  id: 'proposal-1',
  reviewId,
  source: { kind: 'card', cardId: 'action-1' as CardId, sentence: 'Mara to do it' },
  state: 'confirmed',
  actionItemId: 'item-2',
};
const action = (id: string, createdAtMs: number): ActionItem => ({
  ...fields,
  id,
  reviewId,
  source: proposal.source,
  status: 'completed',
  completionNote: 'Done',
  createdAtMs,
  updatedAtMs: createdAtMs + 1,
  completedAtMs: createdAtMs + 1,
  version: 2,
});
const meeting = lobby(learningReview);
const first = meeting.stages[0]!;
const mara = 'person-1' as ParticipantId;
const person = (id: string, joinedAtMs: number) =>
  ({
    id: id as ParticipantId,
    name: id,
    role: 'participant',
    joinedAtMs,
    joinLinkId: 'link-secret',
    sessionId: 'session-secret',
  }) as const;

const vote = { on: 'factors', dots: 3 } as const;
const factorId = 'factor-1' as CardId;

const source: ExportSource = {
  review: {
    id: reviewId,
    incident: {
      title: 'Labels stopped printing',
      severity: 'high',
      services: ['Print gateway'],
      impact: 'None',
      reference: 'INC-1',
      startedAt: noonMs,
      detectedAt: null,
      mitigatedAt: null,
      resolvedAt: noonMs + 60_000,
      detection: 'person',
      zone: 'Europe/London',
      links: [],
    },
    meeting: {
      ...meeting,
      status: 'running',
      opening: 'Good morning.',
      soak: true,
      decisions: [{ id: 'decision-1', text: 'Keep the alert', atMs: noonMs, by: mara, present: [mara] }],
      results: [
        { ...vote, id: 2, anonymous: true, closedMs: noonMs, voters: 2, tallies: [{ cardId: factorId, dots: 4 }] },
        {
          ...vote,
          id: 4,
          anonymous: false,
          closedMs: noonMs,
          voters: 1,
          tallies: [{ cardId: factorId, dots: 3, by: [mara] }],
        },
      ],
      checks: ['care'],
      acknowledged: [mara],
      visits: [
        { stageId: first.id, enteredMs: noonMs, leftMs: noonMs + 5 },
        { stageId: first.id, enteredMs: noonMs + 9, leftMs: null },
      ],
    },
    createdAtMs: noonMs,
    demo: false,
  },
  people: [person('person-2', noonMs), person('person-1', noonMs)],
  snapshot,
  diagnostics: new Map<string, Answered>([
    ['a-former-item', { answer: null, note: 'A line', card: null }],
    ['tooling', { answer: 'yes', note: 'Two alike buttons', card: 'factor-1' as CardId }],
    ['time-of-day', { answer: 'not-sure', note: '', card: null }],
  ]),
  proposals: [proposal],
  actions: [action('item-2', noonMs + 1), action('item-1', noonMs)],
  publication: null,
  snapshots: [{ id: 'snap-1', kind: 'on-demand', name: 'Before lunch', stageId: null, createdAtMs: noonMs, bytes: 4 }],
  feedback: [],
  document: { name: 'board/review-1', state: 'AAA=' },
};

describe('the export of a review', () => {
  test('[X1] the same review gives the same bytes, however the store lists it', () => {
    const bytes = renderExport(buildExport(source));
    const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    fc.assert(
      fc.property(
        shuffled(source.people),
        shuffled(source.actions),
        shuffled([...source.diagnostics]),
        (people, actions, answered) => {
          const diagnostics = new Map(answered);
          expect(renderExport(buildExport({ ...source, people, actions, diagnostics }))).toBe(bytes);
        },
      ),
    );
  });

  test('[X2] every card stands in its place, in words and with its times', () => {
    const { board, narrative } = buildExport(source);
    expect(board.timeline.map(({ id, at }) => [id, at])).toEqual([
      ['event-early', '2026-11-12T12:00:00.000Z'],
      ['event-late', '2026-11-12T12:00:00.001Z'],
      ['event-unknown', null],
    ]);
    expect(board.perspectives.map(({ id, cards }) => [id, cards.map((one) => one.id)])).toEqual([
      ['column-1', ['seen-first', 'seen']],
      [null, ['orphan']],
    ]);
    expect(board.links).toEqual([
      {
        id: 'link-1',
        from: 'factor-1',
        to: 'event-early',
        meaning: 'made-possible',
        words: 'made possible',
        discussed: false,
      },
    ]);
    expect(board.factors[0]).toMatchObject({ category: 'human', theme: 'Seeing', evidence: [{ label: 'Log' }] });
    expect(board.factors[0]?.files).toEqual([
      { id: 'file-0001', name: 'a.png', type: 'image/png', bytes: 9, alt: 'A graph' },
    ]);
    expect(board.actions[0]).toMatchObject({ parked: true, text: 'Words of action-1' });
    expect(board.learnings[0]?.reactions).toEqual([{ kind: 'more', count: 2, names: ['Mara'] }]);
    expect(narrative).toBe('It began quietly.');
    const exported = Object.values(board).flatMap((part: object[]) =>
      part.flatMap((one) => ('cards' in one ? (one.cards as object[]) : [one])),
    );
    expect(exported).toHaveLength(snapshot.cards.length + snapshot.links.length);
  });

  test('[X2] comments keep what they are about, though it is gone, with their answers', () => {
    expect(buildExport(source).comments).toEqual([
      {
        id: 'comment-1',
        text: 'Which one?',
        author: null,
        createdAt: '2026-11-12T12:00:00.000Z',
        card: 'card-gone1',
        quote: 'The last words of it',
        resolvedAt: '2026-11-12T12:00:00.000Z',
        answers: [
          { id: 'comment-2', text: 'This.', author: { id: null, name: 'Mara' }, createdAt: '2026-11-12T12:00:00.000Z' },
        ],
      },
    ]);
  });

  test('[X2] what was answered about the conditions of the work stands in the order of the checklist', () => {
    const { diagnostics } = buildExport(source);
    expect(diagnostics).toEqual([
      expect.objectContaining({ id: 'time-of-day', name: 'Time of day', answer: 'not-sure', note: '', card: null }),
      expect.objectContaining({ id: 'tooling', answer: 'yes', note: 'Two alike buttons', card: 'factor-1' }),
      { id: 'a-former-item', name: null, question: null, answer: null, note: 'A line', card: null },
    ]);
    expect(diagnostics[0]?.question).toMatch(/^Did the hour matter/);
    expect(buildExport({ ...source, diagnostics: new Map() }).diagnostics).toEqual([]);
  });

  test('[X2] an open vote is in it with nothing, least of all with who gives which dots', () => {
    const voting: StoredMeeting = {
      ...meeting,
      status: 'running',
      vote: { ...vote, id: 9, anonymous: true, openedMs: noonMs, voted: [mara] },
      ballots: { [mara]: { ['factor-hidden' as CardId]: 3 } },
    };
    const told = buildExport({ ...source, review: { ...source.review, meeting: voting } });
    expect(told.meeting.votes).toEqual([]);
    expect(renderExport(told)).not.toContain('factor-hidden');
  });

  test('[X2] meeting, proposals, actions and snapshots keep their times and sources', () => {
    const { meeting: told, proposals, actions, snapshots, incident } = buildExport(source);
    expect(told.currentStage).toBe(first.id);
    expect(told.agenda[0]?.visits).toEqual([
      { enteredAt: '2026-11-12T12:00:00.000Z', leftAt: '2026-11-12T12:00:00.005Z' },
      { enteredAt: '2026-11-12T12:00:00.009Z', leftAt: null },
    ]);
    expect(told).toMatchObject({ opening: 'Good morning.', soak: true, checks: ['care'] });
    expect(told.decisions).toEqual([
      {
        id: 'decision-1',
        text: 'Keep the alert',
        at: '2026-11-12T12:00:00.000Z',
        by: 'person-1',
        present: ['person-1'],
      },
    ]);
    const about = { on: 'factors', dots: 3, closedAt: '2026-11-12T12:00:00.000Z' };
    expect(told.votes).toEqual([
      { ...about, id: 2, anonymous: true, voters: 2, tallies: [{ card: 'factor-1', dots: 4, by: null }] },
      { ...about, id: 4, anonymous: false, voters: 1, tallies: [{ card: 'factor-1', dots: 3, by: ['person-1'] }] },
    ]);
    // It would tell who did not agree.
    expect(told).not.toHaveProperty('acknowledged');
    expect(told.agenda).toHaveLength(meeting.stages.length);
    expect(proposals[0]).toMatchObject({ state: 'confirmed', actionId: 'item-2', source: proposal.source });
    expect(actions.map(({ id }) => id)).toEqual(['item-1', 'item-2']);
    expect(actions[0]).toMatchObject({ ...fields, completedAt: '2026-11-12T12:00:00.001Z', source: proposal.source });
    expect(snapshots).toMatchObject([{ name: 'Before lunch', createdAt: '2026-11-12T12:00:00.000Z' }]);
    expect(incident).toMatchObject({ startedAt: '2026-11-12T12:00:00.000Z', detectedAt: null, zone: 'Europe/London' });
  });

  test('[X3] links and sessions stay behind, and nobody is named who is not named on the board', () => {
    const written = renderExport(buildExport(source));
    expect(written).not.toContain('secret');
    const { board } = buildExport(source);
    expect(board.factors[0]?.author).toBeNull();
    expect(board.perspectives[0]?.cards[1]?.author).toEqual({ id: 'person-1', name: 'Mara' });
  });

  test('[X6] what people said of the meeting is told as a sum, of fewer than three as a count', () => {
    const said = (id: string) => ({
      id,
      day: '2026-11-12',
      facilitation: 4 as const,
      document: null,
      learned: 'yes' as const,
      again: null,
      helped: `Line of ${id}`,
      change: '',
    });
    const feedbackOf = (...ids: string[]) =>
      buildExport({ ...source, feedback: ids.map(said).reduce<FeedbackAnswer[]>(withAnswer, []) }).feedback;
    expect(feedbackOf()).toBeNull();
    expect(feedbackOf('b', 'a')).toMatchObject({ given: 2, shown: 0, helped: [] });
    const three = feedbackOf('c', 'b', 'a');
    expect(three).toMatchObject({ given: 3, shown: 3, helped: ['Line of a', 'Line of b', 'Line of c'] });
    expect(JSON.stringify(three)).not.toContain('2026');
  });

  test('[X4] [X5] format and version stand first, the state comes back as it was', () => {
    const read = JSON.parse(renderExport(buildExport(source))) as Record<string, unknown>;
    expect(Object.keys(read).slice(0, 2)).toEqual(['format', 'version']);
    expect(read['document']).toEqual({
      name: 'board/review-1',
      boardFormat: 1,
      encoding: 'yjs-update-v1+base64',
      state: 'AAA=',
    });
  });
});
