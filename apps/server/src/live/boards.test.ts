import { emptyNarrative, seedUpdate } from '@hearth/board/seed';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { afterEach, describe, expect, it } from 'vitest';
import { Boards } from './boards.ts';

const id = 'review-1' as ReviewId;
const boardWith = (learnings: number): Uint8Array =>
  seedUpdate(
    {
      cards: Array.from({ length: learnings }, (_, index) => ({
        card: { kind: 'learning', id: `learning-${index}` as CardId, text: 'We learned' },
        by: { author: null, nowMs: 0 },
      })),
      narrative: emptyNarrative(),
    },
    1,
  );

const open: Boards[] = [];
const setUp = () => {
  const world = { state: boardWith(1), head: 1, reads: 0, nowMs: 0, failures: [] as unknown[] };
  const boards = new Boards(
    {
      snapshotState: () => {
        world.reads += 1;
        return Promise.resolve(world.state);
      },
    },
    { heads: (documents) => Promise.resolve(new Map(documents.map((document) => [document, world.head]))) },
    { nowMs: () => world.nowMs },
    (error) => world.failures.push(error),
  );
  open.push(boards);
  return { world, boards, figures: async () => (await boards.figures([id])).get(id) };
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((boards) => boards.close()));
});

describe('figures of a board', () => {
  it('are not counted again while nothing is written', async () => {
    const { world, figures } = setUp();
    expect(await figures()).toEqual({ events: 0, keyMoments: 0, factors: 0, learnings: 1 });
    world.nowMs += 3_600_000;
    await figures();
    expect(world.reads).toBe(1);
  });

  it('follow what any node has written within two seconds', async () => {
    const { world, figures } = setUp();
    await figures();
    world.state = boardWith(2);
    world.head = 2;
    world.nowMs += 1_999;
    expect(await figures()).toMatchObject({ learnings: 1 });
    world.nowMs += 1;
    expect(await figures()).toMatchObject({ learnings: 2 });
    await figures();
    expect(world.reads).toBe(2);
  });

  it('notice what is written while they are counted', async () => {
    const { world, figures } = setUp();
    const counting = figures();
    world.head = 2;
    await counting;
    world.state = boardWith(2);
    world.nowMs += 2_000;
    expect(await figures()).toMatchObject({ learnings: 2 });
  });

  it('of a board that was never written on are none', async () => {
    const { world, figures } = setUp();
    world.head = 0;
    expect(await figures()).toEqual({ events: 0, keyMoments: 0, factors: 0, learnings: 0 });
    expect(world.reads).toBe(0);
  });

  it('of a board that can not be read are none, and that is told', async () => {
    const { world, boards, figures } = setUp();
    world.state = Uint8Array.of(255, 255, 255, 1);
    expect(await figures()).toEqual({ events: 0, keyMoments: 0, factors: 0, learnings: 0 });
    expect(world.failures).toHaveLength(1);
    await expect(boards.read(world.state)).rejects.toThrow('could not be read');
  });
});
