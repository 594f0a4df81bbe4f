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
  const world = { state: boardWith(1), inside: 0, reads: 0, nowMs: 0, failures: [] as unknown[] };
  const boards = new Boards(
    {
      snapshotState: () => {
        world.reads += 1;
        return Promise.resolve(world.state);
      },
      connected: () => Array.from({ length: world.inside }),
    },
    { nowMs: () => world.nowMs },
    (error) => world.failures.push(error),
  );
  open.push(boards);
  return { world, boards };
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((boards) => boards.close()));
});

describe('figures of a board', () => {
  it('are not counted again while nobody opens it', async () => {
    const { world, boards } = setUp();
    expect(await boards.figures(id)).toEqual({ events: 0, keyMoments: 0, factors: 0, learnings: 1 });
    world.nowMs += 3_600_000;
    await boards.figures(id);
    expect(world.reads).toBe(1);
  });

  it('follow within two seconds while somebody is in it, and after they left', async () => {
    const { world, boards } = setUp();
    await boards.figures(id);
    boards.opening(id);
    world.inside = 1;
    world.state = boardWith(2);
    world.nowMs += 1_999;
    expect(await boards.figures(id)).toMatchObject({ learnings: 1 });
    world.nowMs += 1;
    expect(await boards.figures(id)).toMatchObject({ learnings: 2 });
    world.state = boardWith(3);
    world.inside = 0;
    world.nowMs += 2_000;
    expect(await boards.figures(id)).toMatchObject({ learnings: 3 });
    world.nowMs += 2_000;
    await boards.figures(id);
    expect(world.reads).toBe(3);
  });

  it('notice somebody who came and went in between', async () => {
    const { world, boards } = setUp();
    const counting = boards.figures(id);
    boards.opening(id);
    await counting;
    world.state = boardWith(2);
    world.nowMs += 2_000;
    expect(await boards.figures(id)).toMatchObject({ learnings: 2 });
  });

  it('of a board that can not be read are none, and that is told', async () => {
    const { world, boards } = setUp();
    world.state = Uint8Array.of(255, 255, 255, 1);
    expect(await boards.figures(id)).toEqual({ events: 0, keyMoments: 0, factors: 0, learnings: 0 });
    expect(world.failures).toHaveLength(1);
    await expect(boards.read(world.state)).rejects.toThrow('could not be read');
  });
});
