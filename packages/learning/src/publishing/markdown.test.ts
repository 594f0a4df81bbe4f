import type { Card } from '@hearth/board/cards';
import type { NarrativeNode } from '@hearth/board/narrative';
import { emptyNarrative } from '@hearth/board/seed';
import type { BoardSnapshot } from '@hearth/board/snapshot';
import type { RecordedDecision, VoteResult } from '@hearth/review/facilitation/state';
import type { AttachmentId, CardId, ColumnId, LinkId, ParticipantId, ReviewId, ThemeId } from '@hearth/review/ids';
import type { Incident } from '@hearth/review/incident';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActionItem } from '../action-items/model.ts';
import { buildReport, type ReportSource } from './build.ts';
import { renderMarkdown } from './markdown.ts';
import { parse, walk } from '../test/parse-as-github.ts';

const startedAt = Date.UTC(2026, 5, 30, 22, 30);
const incident: Incident = {
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

const base = { rank: 'a', author: null, createdAt: 0, evidence: [], files: [] };
const event = (id: string, text: string, at: number | null, more: Partial<Card> = {}): Card =>
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

const priya = 'column-priya' as ColumnId;
const cards: Card[] = [
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

const snapshot = (more: Partial<BoardSnapshot> = {}): BoardSnapshot => ({
  format: 1,
  themes: [],
  cards,
  links: [{ id: 'link-0001' as LinkId, from: 'factor-1' as CardId, to: 'event-2' as CardId, meaning: 'made-harder' }],
  columns: [{ id: priya, name: 'Priya', role: 'Incident lead', rank: 'a' }],
  narrative,
  comments: [],
  ...more,
});

const item = (id: string, more: Partial<ActionItem> = {}): ActionItem => ({
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

const source = (more: Partial<ReportSource> = {}): ReportSource => ({
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

const decision = (text: string): RecordedDecision => ({
  id: 'decision-1',
  text,
  atMs: Date.UTC(2026, 6, 3, 13, 24),
  by: 'priya' as ParticipantId,
  present: ['ines', 'priya', 'olu', 'gone'] as ParticipantId[],
});

describe('the report', () => {
  test('[P2] tells everything that the board knows, in order', () => {
    const report = buildReport(source());
    expect(report.durationMinutes).toBe(134);
    expect(report.leadResponder).toBe('Priya');
    expect(report.facilitator).toBe('Ines');
    expect(report.people.map(({ name }) => name)).toEqual(['Ines', 'Priya']);
    expect(report.timeline.map(({ id }) => id)).toEqual(['event-1', 'event-2', 'event-3']);
    expect(report.perspectives).toMatchObject([{ name: 'Priya', cards: [{ facet: 'saw' }, { facet: 'expected' }] }]);
    expect(report.factors[0]?.links).toEqual([{ meaning: 'made harder', text: 'After midnight' }]);
    expect(report.learnings.map(({ id }) => id)).toEqual(['learning-1']);
    expect(report.actions.map(({ id }) => id)).toEqual(['first', 'later']);
  });

  test('[P1] days after the incident are calendar days in the incident’s zone', () => {
    // 22:30 UTC is 23:30 in London, and already the next day in Berlin.
    expect(buildReport(source()).daysAfterIncident).toBe(5);
    expect(buildReport(source({ incident: { ...incident, zone: 'Europe/Berlin' } })).daysAfterIncident).toBe(4);
    expect(buildReport(source({ incident: { ...incident, startedAt: null } })).daysAfterIncident).toBeNull();
  });

  test('[P2] perspectives whose column is gone keep their words', () => {
    const report = buildReport(source({ snapshot: snapshot({ columns: [] }) }));
    expect(report.perspectives).toMatchObject([{ name: '', cards: [{}, {}] }]);
    expect(renderMarkdown(report)).toContain('### Others');
  });
});

describe('the Markdown', () => {
  test('[P1] [P2] [P8] is this, byte for byte', () => {
    expect(renderMarkdown(buildReport(source()))).toBe(`# Orders \\*failed\\*

- **Date:** Tuesday 30 June 2026, 23:30 to Wednesday 1 July 2026, 01:44 (Europe/London)
- **Duration:** 2 hours 14 minutes
- **Severity:** High
- **Services:** checkout, cart
- **Impact:** Nobody could pay\\
  for two hours
- **How it was noticed:** A customer told us
- **Lead responder:** Priya

## Summary

In short.

## Timeline

Times in Europe/London.

### Tuesday 30 June 2026

- **23:30 to 23:35** First call (Detection, key moment)\\
  [Log](https://logs.test)

### Wednesday 1 July 2026

- **about 00:30** After midnight (Detection, Ops)

### Time not known

- Undated (Detection)

## Perspectives

### Priya, Incident lead

- **Saw:** A quiet graph
- **Expected:** It was green

## Contributing factors

### Human

*Nothing recorded.*

### Technical

- Nobody watches labels\\
  made harder: After midnight

### Organisational

*Nothing recorded.*

## What went well

People talked.

#### Details

They talked early.

## What to improve

*Nothing recorded.*

## Learnings

- Accepted is not printed

## Improvement actions

| Action | Owner | Priority | Due | Kind | Status | Ticket |
| --- | --- | --- | --- | --- | --- | --- |
| Do first | Ada\\|Bo | P1 | 10 July 2026 | Technical | Open | [https://tickets.test/1](https://tickets.test/1) |
| Do later | nobody yet |  |  |  | Open |  |

## How we got here

Opening words.

The story.

#### A turn

It turned.

## References

* Incident: INC-7
* [Dashboard](https://graphs.test/a)

See the runbook.

___

Published 5 days after the incident. Told by Priya, Ines. Owner: Ines. Last updated 5 July 2026, 11:05 (Europe/London).
`);
  });

  test('[P2] an empty review has every section, and each says that it is empty', () => {
    const empty = buildReport(
      source({
        incident: {
          ...incident,
          startedAt: null,
          resolvedAt: null,
          impact: '',
          reference: '',
          links: [],
          services: [],
        },
        snapshot: {
          format: 1,
          cards: [],
          links: [],
          columns: [],
          themes: [],
          narrative: emptyNarrative(),
          comments: [],
        },
        actions: [],
        people: [],
      }),
    );
    const markdown = renderMarkdown(empty);
    const sections = [...markdown.matchAll(/^## (.*)\n\n(.*)$/gm)].map((match) => [match[1], match[2]]);
    expect(sections).toEqual([
      ['Summary', '*Nothing recorded.*'],
      ['Timeline', '*Nothing recorded.*'],
      ['Perspectives', '*Nothing recorded.*'],
      ['Contributing factors', '### Human'],
      ['What went well', '*Nothing recorded.*'],
      ['What to improve', '*Nothing recorded.*'],
      ['Learnings', '*Nothing recorded.*'],
      ['Improvement actions', '*Nothing recorded.*'],
      ['How we got here', '*Nothing recorded.*'],
      ['References', '*Nothing recorded.*'],
    ]);
    expect(markdown).toContain('**Date:** not known');
  });

  test('[P13] what got dots in the last vote says how many, and never from whom', () => {
    const vote = (id: number, on: 'factors' | 'learnings', cardId: string, dots: number): VoteResult => ({
      id,
      on,
      dots: 3,
      anonymous: false,
      closedMs: id,
      voters: 1,
      tallies: [{ cardId: cardId as CardId, dots, by: ['participant-priya' as ParticipantId] }],
    });
    const results = [
      vote(1, 'factors', 'factor-1', 9),
      vote(2, 'learnings', 'learning-1', 1),
      vote(3, 'factors', 'factor-1', 4),
    ];
    const report = buildReport(source({ results }));
    const told = renderMarkdown(report);
    expect(told).toContain('Nobody watches labels (4 dots in the vote)');
    expect(told).toContain('Accepted is not printed (1 dot in the vote)');
    expect(JSON.stringify(report)).not.toContain('participant-priya');
    expect(renderMarkdown(buildReport(source()))).not.toContain('in the vote');
  });

  test('[P11] decisions stand before the actions, with when, who noted them, and who was there', () => {
    const report = buildReport(
      source({
        decisions: [decision('Keep *the* alert'), { ...decision('Wait'), by: 'gone' as ParticipantId, present: [] }],
      }),
    );
    expect(report.decisions?.[0]).toMatchObject({ by: 'Priya', present: ['Ines', 'Priya'] });
    expect(renderMarkdown(report)).toContain(`## Decisions

- **3 July 2026, 14:24** Keep \\*the\\* alert\\
  Noted by Priya. There: Ines and Priya.
- **3 July 2026, 14:24** Wait

## Improvement actions`);
    const { decisions: _, ...older } = buildReport(source());
    expect(renderMarkdown(older)).not.toContain('## Decisions');
  });

  test('[P12] factors stand by theme with their category; who has no theme by category', () => {
    const inTheme = (id: string, text: string, category: 'human' | 'technical', theme: string | null): Card => ({
      ...base,
      id: id as CardId,
      kind: 'factor',
      text,
      category,
      theme: theme as ThemeId | null,
    });
    const themed = snapshot({
      themes: [
        { id: 'theme-2' as ThemeId, name: 'Silent *queues*', rank: 'a' },
        { id: 'theme-1' as ThemeId, name: '', rank: 'b' },
        { id: 'theme-3' as ThemeId, name: 'Nothing in it', rank: 'c' },
      ],
      cards: [
        inTheme('factor-1', 'Alone', 'technical', null),
        inTheme('factor-2', 'Nobody asked', 'human', 'theme-1'),
        inTheme('factor-3', 'No alert', 'technical', 'theme-2'),
        inTheme('factor-4', 'Nobody looks', 'human', 'theme-2'),
      ],
      links: [],
    });
    const markdown = renderMarkdown(buildReport(source({ snapshot: themed })));
    const told = markdown.slice(markdown.indexOf('## Contributing'), markdown.indexOf('## What went well'));
    expect(told).toBe(
      [
        '## Contributing factors',
        '### Silent \\*queues\\*',
        '- Nobody looks (human)\n- No alert (technical)',
        '### A theme without a name',
        '- Nobody asked (human)',
        '### Technical',
        '- Alone',
        '### Organisational',
        '*Nothing recorded.*',
        '',
      ].join('\n\n'),
    );
  });

  test('[P3] [P4] nothing that people wrote adds a section, a row or HTML', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        '\n',
        '\r',
        '|',
        '#',
        '## x',
        '- ',
        '<b>',
        '[a](javascript:x)',
        '`',
        '\\',
        ' ',
        'x',
        '\u2028',
      ),
      maxLength: 10,
    });
    /** Kinds of the blocks, in order; how many lines an item has is the writer's. */
    const shape = (markdown: string) =>
      walk(parse(markdown))
        .map((one) => one.type)
        .filter((type) => !['text', 'break', 'link'].includes(type));
    const addresses = (markdown: string) =>
      walk(parse(markdown)).flatMap((one) => (one.type === 'link' ? [one.url] : []));
    const plain = shape(renderMarkdown(buildReport(source({ decisions: [decision('Keep it')] }))));
    fc.assert(
      fc.property(nasty, (text) => {
        const written = `x${text}x`;
        const markdown = renderMarkdown(
          buildReport(
            source({
              incident: { ...incident, title: written, impact: written, services: [written], reference: written },
              snapshot: snapshot({
                cards: cards.map((card) => (card.text.trim() === '' ? card : { ...card, text: written })),
                columns: [{ id: priya, name: written, role: written, rank: 'a' }],
              }),
              actions: [item('first', { text: written, owner: written, ticket: written }), item('later')],
              people: [{ id: 'written', name: written, role: 'facilitator' }],
              decisions: [decision(written)],
            }),
          ),
        );
        expect(shape(markdown)).toEqual(plain);
        for (const url of addresses(markdown)) expect(url).toMatch(/^https:\/\/(?:logs|graphs)\.test/);
      }),
      { numRuns: 100 },
    );
  });
});

describe('pictures', () => {
  const file = (name: string, more: object = {}) => ({
    id: `file-${name}` as AttachmentId,
    name: `${name}.png`,
    type: 'image/png',
    bytes: 10,
    width: 40,
    height: 30,
    alt: '',
    thumbnail: true,
    addedAt: 1,
    ...more,
  });
  const cites = (...ids: string[]): NarrativeNode => ({
    type: 'doc',
    content: [
      {
        type: 'blockquote',
        content: [
          { type: 'paragraph', content: ids.map((cardId) => ({ type: 'cite', attrs: { cardId, label: 'It' } })) },
        ],
      },
    ],
  });
  const pictured = snapshot({
    cards: [
      event('event-1', 'First call', startedAt, { files: [file('graph', { alt: 'Queue *depth*' }), file('second')] }),
      event('event-2', 'Not cited', startedAt, { files: [file('private')] }),
      event('event-3', 'A log', startedAt, { files: [file('log', { type: 'text/plain', width: null, height: null })] }),
    ],
    narrative: cites('event-3', 'event-1', 'gone', 'event-1'),
  });

  test('[P9] are those on cards that the narrative cites, once each', () => {
    expect(buildReport(source({ snapshot: pictured })).pictures).toEqual([
      { cardId: 'event-1', id: 'file-graph', name: 'graph.png', alt: 'Queue *depth*', width: 40, height: 30 },
      { cardId: 'event-1', id: 'file-second', name: 'second.png', alt: '', width: 40, height: 30 },
    ]);
  });

  test('[P9] [P4] are links in the Markdown, and names where nobody knows their address', () => {
    const report = buildReport(source({ snapshot: pictured }));
    const linked = renderMarkdown(report, (id) => `https://hearth.test/files/${id}`);
    expect(linked).toContain('[Picture: Queue \\*depth\\*](https://hearth.test/files/file-graph)');
    expect(linked).not.toContain('private');
    expect(renderMarkdown(report)).toContain('* Picture: second.png');
  });

  test('[P9] may be missing: a report of an earlier version knows none', () => {
    const { pictures: _, ...older } = buildReport(source());
    expect(renderMarkdown(older)).toBe(renderMarkdown(buildReport(source())));
  });
});
