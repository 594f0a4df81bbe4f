import type { CardId } from '@hearth/review/ids';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBallot } from './ballot.ts';

const a = 'card-a' as CardId;
const b = 'card-b' as CardId;
const c = 'card-c' as CardId;

/** A server that answers when it is told to. */
const openCase = (budget = 3) => {
  const sent: [CardId, number][] = [];
  const waiting: ((taken: boolean) => void)[] = [];
  const removed = new Set<CardId>();
  let changes = 0;
  const ballot = openBallot({
    budget,
    isThere: (card) => !removed.has(card),
    send: (card, dots) => {
      sent.push([card, dots]);
      return new Promise((resolve) => waiting.push(resolve));
    },
    onChange: () => (changes += 1),
  });
  const answer = async (taken = true): Promise<void> => {
    waiting.shift()?.(taken);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { ballot, sent, answer, removed, waiting, changes: () => changes };
};

describe('giving dots', () => {
  it('[DV1] a press shows at once, and counts against what is left', () => {
    const { ballot, sent, changes } = openCase();
    expect([ballot.on(a), ballot.left(), ballot.begun()]).toEqual([0, 3, false]);
    expect(ballot.step(a, 1)).toBe(true);
    expect([ballot.on(a), ballot.left(), ballot.begun()]).toEqual([1, 2, true]);
    expect(sent).toEqual([[a, 1]]);
    expect(changes()).toBe(1);
  });

  it('[DV2] no more than the budget, none below nothing', () => {
    const { ballot } = openCase(2);
    expect([ballot.step(a, 1), ballot.step(b, 1), ballot.step(c, 1)]).toEqual([true, true, false]);
    expect(ballot.step(c, -1)).toBe(false);
    expect(ballot.step(a, -1)).toBe(true);
    expect(ballot.step(c, 1)).toBe(true);
    expect([ballot.on(a), ballot.on(b), ballot.on(c), ballot.left()]).toEqual([0, 1, 1, 0]);
  });

  it('[DV3] presses in quick succession are one message under way, and the last wish', async () => {
    const { ballot, sent, answer } = openCase();
    ballot.step(a, 1);
    ballot.step(a, 1);
    ballot.step(a, 1);
    ballot.step(a, -1);
    expect(sent).toEqual([[a, 1]]);
    await answer();
    expect(sent).toEqual([
      [a, 1],
      [a, 2],
    ]);
    await answer();
    expect([sent.length, ballot.on(a), ballot.left()]).toEqual([2, 2, 1]);
  });

  it('[DV3] what the server refuses is as it was', async () => {
    const { ballot, answer } = openCase();
    ballot.tell({ [a]: 1 });
    ballot.step(a, 1);
    await answer(false);
    expect([ballot.on(a), ballot.left()]).toEqual([1, 2]);
  });

  it('[DV3] what the server tells of another browser of mine counts here', () => {
    const { ballot } = openCase();
    ballot.tell({ [a]: 2, [b]: 1 });
    expect([ballot.on(a), ballot.on(b), ballot.left()]).toEqual([2, 1, 0]);
    ballot.tell({ [b]: 1 });
    expect([ballot.on(a), ballot.left()]).toEqual([0, 2]);
  });
});

describe('[DV4] a card that is removed gives its dots back', () => {
  it('they are free at once, and taken off before one is given elsewhere', async () => {
    const { ballot, sent, removed, answer } = openCase();
    ballot.tell({ [a]: 3 });
    expect(ballot.step(b, 1)).toBe(false);
    removed.add(a);
    expect(ballot.left()).toBe(3);
    expect(ballot.step(b, 1)).toBe(true);
    expect(sent).toEqual([
      [a, 0],
      [b, 1],
    ]);
    await answer();
    await answer();
    expect([ballot.on(a), ballot.on(b), ballot.left()]).toEqual([0, 1, 2]);
  });

  it('one that comes back before that has them still', () => {
    const { ballot, removed } = openCase();
    ballot.tell({ [a]: 2 });
    removed.add(a);
    removed.delete(a);
    expect([ballot.on(a), ballot.left()]).toEqual([2, 1]);
  });
});

it('[DV2] [DV3] whatever is pressed and answered, in the end the server has what I see, within the budget', async () => {
  const press = fc.record({
    kind: fc.constant('press' as const),
    card: fc.constantFrom(a, b, c),
    by: fc.constantFrom<1 | -1>(1, -1),
  });
  const answered = fc.record({ kind: fc.constant('reply' as const), taken: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 3, arbitrary: press }, answered), { maxLength: 60 }),
      async (steps) => {
        const { ballot, sent, answer, waiting } = openCase(4);
        const server = new Map<CardId, number>();
        const reply = async (taken: boolean): Promise<void> => {
          const at = sent.length - waiting.length;
          const [card, dots] = sent[at] ?? [a, 0];
          if (waiting.length > 0 && taken) server.set(card, dots);
          await answer(taken);
        };
        for (const step of steps) {
          if (step.kind === 'press') ballot.step(step.card, step.by);
          else await reply(step.taken);
          expect(ballot.left()).toBeGreaterThanOrEqual(0);
        }
        while (waiting.length > 0) await reply(true);
        for (const card of [a, b, c]) expect(ballot.on(card)).toBe(server.get(card) ?? 0);
      },
    ),
  );
});
