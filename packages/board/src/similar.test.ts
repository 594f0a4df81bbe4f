import type { CardId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarCards, stem, type SimilarCard } from './similar.ts';

const never = (): boolean => false;
const cards = (...texts: string[]): SimilarCard[] =>
  texts.map((text, place) => ({ id: `card-${place}` as CardId, text, place: null }));
const together = (all: readonly SimilarCard[], declined: (one: CardId, other: CardId) => boolean = never): string[][] =>
  similarCards(all, declined).map((one) => one.cards.map((id) => all.find((card) => card.id === id)?.text ?? ''));

const demo = [
  'A freeze exception moved the renewal into opening hours',
  'Nobody can see which pharmacy runs which firmware',
  'Printers before firmware 4.2 trust only the older chain',
  'The gateway says “accepted” before a label exists',
  'Alerts watch the gateway, not printed labels',
  'The 14:00 hand-over split the calls between two queues',
  'Each pharmacy sees only its own printer',
];

describe('[G11] similar cards', () => {
  it('are those that share the words which are rare on this board', () => {
    const twins = cards(
      ...demo,
      'No alert watches whether labels are printed',
      'The hand-over at 14:00 lost two calls of the queue',
    );
    expect(together(twins)).toContainEqual([demo[4], 'No alert watches whether labels are printed']);
    expect(together(twins)).toContainEqual([demo[5], 'The hand-over at 14:00 lost two calls of the queue']);
  });

  it('are not those that share a common word, or one word by chance', () => {
    expect(
      together(
        cards(
          'The night shift has one person',
          'The night train was late',
          'Deploys freeze at night',
          'A person on call sleeps at night',
        ),
      ),
    ).toEqual([]);
    expect(together(cards('We did not know that it was so', 'That it was so we could not see'))).toEqual([]);
  });

  it('three that are alike are one suggestion, and a chain of likenesses is none', () => {
    const three = cards(
      'Nobody watches the label queue',
      'The label queue is watched by nobody at night',
      'Watching the label queue is nobody’s task',
      'The budget round fell into the same week',
      'The vendor was on holiday',
    );
    expect(together(three)).toEqual([three.slice(0, 3).map(({ text }) => text)]);
    const chain = cards('alpha beta gamma delta', 'gamma delta epsilon zeta', 'epsilon zeta eta theta');
    for (const found of similarCards(chain, never)) expect(found.cards.length).toBe(2);
  });

  it('never brings up what people declined, nor what stands together already', () => {
    const pair = cards('Nobody watches the label queue', 'The label queue is watched by nobody', 'Something else');
    expect(together(pair)).toHaveLength(1);
    expect(together(pair, () => true)).toEqual([]);
    expect(together(pair.map((card) => ({ ...card, place: 'theme-0001' })))).toEqual([]);
    const [first, ...others] = pair;
    if (!first) throw new Error('no card');
    expect(together([{ ...first, place: 'theme-0001' }, ...others])).toHaveLength(1);
  });

  it('names the words that they share, as they were written', () => {
    const [found] = similarCards(cards('Firmware Lists are stale', 'Stale lists of firmware', 'Else'), never);
    expect(found?.shared.toSorted()).toEqual(['Firmware', 'Lists', 'stale']);
  });

  it('forms of a word are one word', () => {
    for (const [one, other] of [
      ['alerts', 'alerted'],
      ['queues', 'queue'],
      ['stopped', 'stopping'],
      ['batches', 'batch'],
      ['policies', 'policy'],
      ['late', 'lately'],
    ] as const)
      expect([one, stem(one)]).toEqual([one, stem(other)]);
  });

  it('are the same for the same board, each card in one suggestion, all of two to four, whatever is written', () => {
    const word = fc.constantFrom('queue', 'label', 'night', 'alerts', 'the', '\u{1F600}', '', 'Größe', 'firmware');
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 14 }), (texts) => {
        const all = cards(...texts.map((words) => words.join(' ')));
        const found = similarCards(all, never);
        expect(similarCards(all, never)).toEqual(found);
        const named = found.flatMap((one) => one.cards);
        expect(new Set(named).size).toBe(named.length);
        for (const one of found) {
          expect(one.cards.length).toBeGreaterThanOrEqual(2);
          expect(one.cards.length).toBeLessThanOrEqual(4);
          expect(one.strength).toBeGreaterThan(0);
        }
      }),
    );
  });
});
