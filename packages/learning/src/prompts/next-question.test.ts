import type { CardOf, Link } from '@hearth/board/cards';
import type { Thread } from '@hearth/board/comments';
import type { CardId, ColumnId, CommentId, LinkId, ParticipantId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardFacts } from './board-facts.ts';
import { nextQuestions } from './next-question.ts';
import type { SuggestionRule } from './suggestion.ts';

const minute = 60_000;
const id = (name: string) => name as CardId;
const base = (name: string, text = name) => ({
  id: id(name),
  text,
  rank: `a${name}`,
  author: null,
  createdAt: 0,
  evidence: [],
  files: [],
});
const event = (name: string, more: Partial<CardOf<'event'>> = {}): CardOf<'event'> => ({
  ...base(name),
  kind: 'event',
  at: null,
  endAt: null,
  precision: 'exact',
  eventKind: 'action',
  lane: '',
  key: false,
  ...more,
});
const factor = (name: string, more: Partial<CardOf<'factor'>> = {}): CardOf<'factor'> => ({
  ...base(name),
  kind: 'factor',
  category: 'technical',
  theme: null,
  ...more,
});
const perspective = (name: string, column: string, more: Partial<CardOf<'perspective'>> = {}) =>
  ({
    ...base(name),
    kind: 'perspective',
    columnId: column as ColumnId,
    facet: 'saw',
    ...more,
  }) satisfies CardOf<'perspective'>;
const question = (name: string, text = name): CardOf<'question'> => ({ ...base(name, text), kind: 'question' });
const column = (name: string) => ({ id: name as ColumnId, name, role: '', rank: name });
const link = (from: string, to: string, meaning: Link['meaning'] = 'contributed'): Link => ({
  id: `${from}-${to}` as LinkId,
  from: id(from),
  to: id(to),
  meaning,
});
const thread = (card: string, by = 'ada'): Thread => ({
  id: `t-${card}-${by}` as CommentId,
  card: id(card),
  quote: '',
  text: 'Yes',
  createdAt: 0,
  author: { id: by as ParticipantId, name: by },
  resolved: null,
  replies: [],
});
const voice = (name: string, busy = false) => ({ id: name.toLowerCase() as ParticipantId, name, busy });
const by = (name: string) => ({ author: { id: name.toLowerCase() as ParticipantId, name } });

const empty: BoardFacts = {
  events: [],
  perspectives: [],
  factors: [],
  questions: [],
  learnings: [],
  actions: [],
  links: [],
  columns: [],
  threads: [],
  passages: [],
  voices: [],
  zone: null,
  writing: null,
};
const asked = (facts: Partial<BoardFacts>, rule: SuggestionRule) =>
  nextQuestions({ ...empty, ...facts }).filter((one) => one.rule === rule);
const cardsOf = (facts: Partial<BoardFacts>, rule: SuggestionRule) => asked(facts, rule).map(({ cards }) => cards);

describe('the next good question', () => {
  it('[Q4] an empty board suggests nothing, and each suggestion says why in one sentence', () => {
    expect(nextQuestions(empty)).toEqual([]);
    const all = nextQuestions({
      ...empty,
      events: [event('a', { key: true, eventKind: 'decision' }), event('b', { key: true })],
      factors: [factor('f'), factor('g'), factor('h')],
      questions: [question('q')],
    });
    expect(all.length).toBeGreaterThan(5);
    for (const { why, question: words } of all) {
      expect(why).toMatch(/^[^.]+\.$/u);
      expect(words).toMatch(/\?$/u);
    }
  });

  it('[Q5] a stretch without events is asked about, the longest first, between the events at its ends', () => {
    const events = [0, 1, 2, 3, 63, 64, 94, 95].map((at, place) => event(`e${place}`, { at: at * minute }));
    const found = asked({ events }, 'gap');
    expect(found.map(({ cards }) => cards)).toEqual([
      ['e3', 'e4'],
      ['e5', 'e6'],
    ]);
    expect(found[0]?.why).toContain('1 hour');
    expect(asked({ events: events.slice(0, 4) }, 'gap')).toEqual([]);
  });

  it('[Q6] a responder of whom nothing is told is asked, by column or by lane, until they have told', () => {
    const columns = [column('Dele'), column('Priya')];
    const perspectives = [perspective('p', 'Priya')];
    expect(asked({ columns, perspectives }, 'no-perspective').map(({ question: words }) => words)).toEqual([
      'Dele, how did it look from where you stood?',
    ]);
    const events = [event('e', { lane: 'tomasz' }), event('g', { lane: 'Gateway' })];
    const lanes = { events, voices: [voice('Tomasz')] };
    expect(cardsOf(lanes, 'no-perspective')).toEqual([['e']]);
    expect(asked({ ...lanes, perspectives: [perspective('p', 'x', by('Tomasz'))] }, 'no-perspective')).toEqual([]);
    expect(asked({ columns, writing: 'attributed' }, 'no-perspective')).toEqual([]);
  });

  it('[Q7] only technical factors: what else was at work; three are needed, and it is not asked again with each', () => {
    const factors = ['a', 'b', 'c'].map((name) => factor(name));
    const [first] = asked({ factors }, 'one-kind');
    expect(first?.question).toContain('organisation');
    expect(asked({ factors: factors.slice(1) }, 'one-kind')).toEqual([]);
    expect(asked({ factors: [...factors, factor('d', { category: 'organisational' })] }, 'one-kind')).toEqual([]);
    const five = ['a', 'b', 'c', 'd', 'e'].map((name, place) =>
      factor(name, { category: place > 2 ? 'human' : 'technical' }),
    );
    expect(asked({ factors: five }, 'one-kind')[0]?.why).toContain('organisational');
    const four = [...factors, factor('d')];
    const seven = [...four, factor('e'), factor('f'), factor('g')];
    expect(asked({ factors: four }, 'one-kind')[0]?.key).toBe(asked({ factors: seven }, 'one-kind')[0]?.key);
    expect(asked({ factors: seven }, 'one-kind')[0]?.key).not.toBe(first?.key);
  });

  it('[Q8] a decision without what was known then is asked about, key moments first', () => {
    const events = [
      event('plain', { eventKind: 'decision' }),
      event('key', { eventKind: 'decision', key: true }),
      event('told', { eventKind: 'decision', knownThen: 'The graph was flat.' }),
      event('action'),
    ];
    expect(cardsOf({ events }, 'known-then')).toEqual([['key'], ['plain']]);
  });

  it('[Q9] accounts that differ are brought up once, until they are talked about', () => {
    const perspectives = [perspective('a', 'x'), perspective('b', 'y')];
    const links = [link('b', 'a', 'saw-differently')];
    expect(cardsOf({ perspectives, links }, 'told-differently')).toEqual([['a', 'b']]);
    expect(asked({ perspectives, links, threads: [thread('a')] }, 'told-differently')).toEqual([]);
    const discussed: Link[] = [{ ...link('b', 'a', 'saw-differently'), discussed: true }];
    expect(asked({ perspectives, links: discussed }, 'told-differently')).toEqual([]);
    const events = [
      event('m', { apart: [{ id: id('n'), how: 'differently' }] }),
      event('n', { apart: [{ id: id('m'), how: 'differently' }] }),
      event('o', { apart: [{ id: id('m'), how: 'another' }] }),
    ];
    expect(cardsOf({ events }, 'told-differently')).toEqual([['m', 'n']]);
  });

  it('[Q10] somebody wants to hear more, and nothing was said yet', () => {
    const reactions = [{ kind: 'more' as const, by: 'x', name: null }];
    const factors = [factor('f', { reactions }), factor('g', { reactions: [...reactions, ...reactions] }), factor('h')];
    expect(cardsOf({ factors }, 'hear-more')).toEqual([['g'], ['f']]);
    expect(asked({ factors, threads: [thread('f'), thread('g')] }, 'hear-more')).toEqual([]);
  });

  it('[Q11] a question nobody has said anything about is asked aloud', () => {
    const questions = [question('q', 'Who mutes alerts?'), question('r'), question('none', ' ')];
    expect(cardsOf({ questions, threads: [thread('r')] }, 'open-question')).toEqual([['q']]);
  });

  it('[Q12] a chain of whys that ends on a person asks on; one that goes on behind the person does not', () => {
    const events = [event('e')];
    const factors = [factor('f', { text: 'Human error' }), factor('g', { text: 'The alert was muted' })];
    const links = [link('f', 'e'), link('g', 'e')];
    expect(cardsOf({ events, factors, links }, 'lands-on-person')).toEqual([['f']]);
    expect(asked({ events, factors, links: [...links, link('g', 'f')] }, 'lands-on-person')).toEqual([]);
    expect(asked({ events, factors }, 'lands-on-person')).toEqual([]);
    const named = [factor('f', { text: 'Tomasz restarted it' })];
    expect(
      cardsOf({ factors: named, links: [link('f', 'e')], columns: [column('Tomasz W')] }, 'lands-on-person'),
    ).toEqual([['f']]);
  });

  it('[Q13] a factor from which no way leads to an event, also where links go round', () => {
    const events = [event('e')];
    const factors = ['direct', 'behind', 'round', 'about', 'alone'].map((name) => factor(name));
    const links = [link('direct', 'e'), link('behind', 'direct'), link('round', 'about'), link('about', 'round')];
    expect(cardsOf({ events, factors, links }, 'unlinked')).toEqual([['round'], ['about'], ['alone']]);
    expect(asked({ factors, links }, 'unlinked')).toEqual([]);
  });

  it('[Q14] a passage that claims something and cites nothing', () => {
    const claim = 'The labels stopped because the printer service had run out of connections.';
    const passages = [
      { index: 0, section: 'Summary', text: claim, supported: false },
      { index: 1, section: 'Summary', text: claim, supported: true },
      { index: 2, section: 'References', text: claim, supported: false },
      {
        index: 3,
        section: 'Summary',
        text: 'It was a calm morning, and the team had planned to clean up.',
        supported: false,
      },
    ];
    expect(asked({ passages }, 'claim').map(({ block }) => block)).toEqual([0]);
  });

  it('[Q15] a key moment that nothing explains, and a timeline that nobody noticed', () => {
    const events = [event('a', { key: true, at: 1 }), event('b', { key: true, at: 2 }), event('c'), event('d')];
    expect(cardsOf({ events, factors: [factor('f')], links: [link('f', 'a')] }, 'unexplained')).toEqual([['b']]);
    expect(asked({ events }, 'unexplained')).toEqual([]);
    expect(cardsOf({ events }, 'no-detection')).toEqual([['a']]);
    expect(asked({ events: [...events, event('x', { eventKind: 'detection' })] }, 'no-detection')).toEqual([]);
  });

  it('[Q16] who has not been heard while others were: for the facilitator, by name and never by number', () => {
    const voices = [voice('Ada'), voice('Ben'), voice('Cy')];
    const factors = Array.from({ length: 6 }, (_, place) => factor(`f${place}`, by(place % 2 === 0 ? 'Ada' : 'Ben')));
    const [found] = asked({ voices, factors }, 'voices');
    expect(found).toMatchObject({ private: true, cards: [] });
    expect(found?.why).toContain('Cy');
    expect(found?.why).not.toMatch(/\d|Ada|Ben/u);
    expect(found?.question).not.toContain('Cy');
    expect(found?.key).not.toContain('cy');
    const quiet = (more: Partial<BoardFacts>) => asked({ voices, factors, ...more }, 'voices');
    expect(quiet({ writing: 'anonymous' })).toEqual([]);
    expect(quiet({ writing: 'attributed' })).toEqual([]);
    expect(quiet({ threads: [thread('f1', 'cy')] })).toEqual([]);
    expect(quiet({ voices: [voice('Ada'), voice('Ben'), voice('Cy', true)] })).toEqual([]);
    expect(quiet({ factors: factors.slice(0, 5) })).toEqual([]);
    // Nobody is called silent because what they wrote bears no name.
    expect(quiet({ factors: factors.map((one) => ({ ...one, author: null })) })).toEqual([]);
  });

  it('[Q17] what fits the stage comes first, and one of each rule before the second of any', () => {
    const facts: BoardFacts = {
      ...empty,
      events: [0, 1, 2, 3, 63].map((at, place) => event(`e${place}`, { at: at * minute, eventKind: 'decision' })),
      factors: [factor('f'), factor('g'), factor('h')],
      columns: [column('Dele')],
    };
    expect(nextQuestions({ ...facts, zone: 'timeline' })[0]?.rule).toBe('gap');
    expect(nextQuestions({ ...facts, zone: 'perspectives' })[0]?.rule).toBe('no-perspective');
    expect(nextQuestions({ ...facts, zone: 'factors' })[0]?.rule).toBe('one-kind');
    const rules = nextQuestions(facts).map(({ rule }) => rule);
    const seen = [...new Set(rules)];
    expect(rules.slice(0, seen.length)).toEqual(seen);
  });

  it('[Q18] the same facts give the same keys in the same order; another fact gives another key', () => {
    const facts = fc.record({
      events: fc.uniqueArray(
        fc.record({ name: fc.stringMatching(/^[a-z]{1,4}$/), at: fc.option(fc.nat(500)), decision: fc.boolean() }),
        { selector: ({ name }) => name, maxLength: 12 },
      ),
      factors: fc.uniqueArray(fc.stringMatching(/^f[a-z]{1,3}$/), { maxLength: 12 }),
      pairs: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(facts, ({ events, factors, pairs }) => {
        const board: BoardFacts = {
          ...empty,
          events: events.map(({ name, at, decision }) =>
            event(name, { at: at === null ? null : at * minute, eventKind: decision ? 'decision' : 'action' }),
          ),
          factors: factors.map((name) => factor(name)),
          links: pairs.flatMap(([from, to]) => {
            const [one, other] = [factors[from], factors[to]];
            return one !== undefined && other !== undefined && one !== other ? [link(one, other)] : [];
          }),
        };
        const once = nextQuestions(board);
        expect(nextQuestions(JSON.parse(JSON.stringify(board)) as BoardFacts)).toEqual(once);
        expect(new Set(once.map(({ key }) => key)).size).toBe(once.length);
      }),
    );
    const text = { factors: [factor('f', { text: 'Human error' })], links: [link('f', 'e')] };
    const other = { ...text, factors: [factor('f', { text: 'An operator error' })] };
    expect(asked(text, 'lands-on-person')[0]?.key).not.toBe(asked(other, 'lands-on-person')[0]?.key);
  });
});
