import type { Card, Column, Link, Theme } from '@hearth/board/cards';
import type { BoardView } from '@hearth/board/view';
import { describe, expect, it } from 'vitest';
import { boardPicture, mostCards, type PictureRequest } from './board-picture.ts';
import type { Measure } from './shapes.ts';
import { escapeXml, svgOf, type SvgParts } from './svg.ts';

const measure: Measure = (text, style) => [...text].length * style.size * 0.5;
const parts: SvgParts = {
  icons: { event: '', perspective: '', factor: '', question: '', learning: '', action: '', key: '' },
  fontFaces: '',
};
const start = Date.UTC(2026, 10, 12, 13);

const base = (id: string, text: string) => ({
  id: id as Card['id'],
  text,
  rank: id,
  author: null,
  createdAt: start,
  evidence: [],
  files: [],
});
const event = (id: string, minute: number | null, more: Partial<Extract<Card, { kind: 'event' }>> = {}): Card => ({
  ...base(id, `Event ${id}`),
  kind: 'event',
  at: minute === null ? null : start + minute * 60_000,
  endAt: null,
  precision: minute === null ? 'unknown' : 'exact',
  eventKind: 'change',
  lane: '',
  key: false,
  ...more,
});
const factor = (id: string, more: Partial<Extract<Card, { kind: 'factor' }>> = {}): Card => ({
  ...base(id, `Factor ${id}`),
  kind: 'factor',
  category: 'technical',
  theme: null,
  ...more,
});
const link = (from: string, to: string): Link => ({
  id: `${from}-${to}` as Link['id'],
  from: from as Card['id'],
  to: to as Card['id'],
  meaning: 'made-possible',
});

interface Content {
  cards: readonly Card[];
  links?: readonly Link[];
  columns?: readonly Column[];
  themes?: readonly Theme[];
}

const draw = ({ cards, links = [], columns = [], themes = [] }: Content, more: Partial<PictureRequest> = {}) =>
  boardPicture({
    view: {
      list: ((kind: string) => cards.filter((card) => card.kind === kind)) as BoardView['list'],
      links: () => links,
      columns: () => columns,
      themes: () => themes,
    },
    what: 'board',
    title: 'Checkout errors',
    line: 'Learning review',
    anchorMs: start,
    zone: 'UTC',
    measure,
    ...more,
  });

const svgFrom = (...input: Parameters<typeof draw>): string => {
  const outcome = draw(...input);
  if (!outcome.ok) throw new Error(outcome.reason);
  return svgOf(outcome.picture, parts);
};
/** All words of a picture in one string. */
const wordsOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((one) => one[1]).join(' ');

describe('the board as a picture', () => {
  it('[P1] draws every card that the board shows, with its time, in its zone', () => {
    const words = wordsOf(
      svgFrom({
        cards: [
          event('one', 5),
          event('two', null),
          factor('three'),
          { ...base('four', 'What we saw'), kind: 'perspective', columnId: 'c' as never, facet: 'saw' },
          { ...base('five', 'Why?'), kind: 'question' },
          { ...base('six', 'We learnt'), kind: 'learning' },
          { ...base('seven', 'We do'), kind: 'action', parked: true },
        ],
        columns: [{ id: 'c' as Column['id'], name: 'Priya', role: 'On-call', rank: 'a' }],
      }),
    );
    for (const part of ['Event one', '13:05', 'Event two', 'order unknown', 'Factor three', 'Priya', 'On-call'])
      expect(words).toContain(part);
    for (const part of ['What we saw', 'Saw', 'Why?', 'We learnt', 'We do', 'Action, parked', 'Checkout errors'])
      expect(words).toContain(part);
  });

  it('[P1] draws one zone alone', () => {
    const words = wordsOf(svgFrom({ cards: [event('one', 5), factor('two')] }, { what: 'factors' }));
    expect(words).toContain('Factor two');
    expect(words).not.toContain('Event one');
  });

  it('[P1] tells in full what folds on the axis or has more words than fit there', () => {
    const long = 'word '.repeat(120).trim();
    const cards = [
      event('long', 0, { text: long }),
      ...Array.from({ length: 12 }, (_, i) => event(`at-once-${i}`, 30)),
    ];
    const words = wordsOf(svgFrom({ cards }));
    for (let i = 0; i < 12; i += 1) expect(words).toContain(`Event at-once-${i}`);
    expect(words.split(' ').filter((word) => word === 'word').length).toBeGreaterThanOrEqual(120);
  });

  it('[P3] draws a link from card to card, and says what it means', () => {
    const svg = svgFrom({ cards: [event('e', 5), factor('f')], links: [link('f', 'e')] }, { what: 'factors' });
    expect(svg).toMatch(/<path d="M[\d. C]+[^"]*" fill="none"/);
    expect(wordsOf(svg)).toContain('made possible');
  });

  it('[P4] no card covers another', () => {
    const outcome = draw({
      cards: Array.from({ length: 40 }, (_, i) => event(`e${i}`, (i * 7) % 60)).concat(
        Array.from({ length: 30 }, (_, i) => factor(`f${i}`)),
      ),
    });
    if (!outcome.ok) throw new Error(outcome.reason);
    const cards = outcome.picture.shapes.filter((shape) => shape.kind === 'rect' && shape.fill === '#fffefa');
    expect(cards.length).toBeGreaterThanOrEqual(70);
    for (const [index, a] of cards.entries())
      for (const b of cards.slice(index + 1)) {
        if (a.kind !== 'rect' || b.kind !== 'rect') continue;
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
  });

  it('[P5] an empty board and one with too many cards have a clear outcome', () => {
    expect(draw({ cards: [] })).toEqual({ ok: false, reason: 'empty' });
    const cards = Array.from({ length: mostCards + 1 }, (_, i) => factor(`f${i}`));
    expect(draw({ cards })).toEqual({ ok: false, reason: 'too-many-cards', cards: mostCards + 1 });
  });

  it('[P2] words never become markup, and what XML can not hold is replaced', () => {
    const svg = svgFrom({
      cards: [factor('f', { text: '</text><script>alert(1)</script> "&amp; \u0000\u0008 \uD800' })],
    });
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('\u0000');
    expect(svg).not.toContain('\u0008');
    expect(svg.isWellFormed()).toBe(true);
    expect(escapeXml(`<a b='c' d="e">&`)).toBe('&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;');
  });
});
