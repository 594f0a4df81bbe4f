import type { Card } from '@hearth/board/cards';
import { emptyNarrative } from '@hearth/board/seed';
import type { VoteResult } from '@hearth/review/facilitation/state';
import type { CardId, ParticipantId, ThemeId } from '@hearth/review/ids';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReport } from './build.ts';
import { renderMarkdown } from './markdown.ts';
import { parse, walk } from '../test/parse-as-github.ts';
import { base, cards, decision, incident, item, priya, snapshot, source } from '../test/report-source.ts';

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
