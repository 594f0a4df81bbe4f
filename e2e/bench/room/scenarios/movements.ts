// Frames while one moves over the board: panning, zooming, dragging a card, and panning while everybody else works.
import { Crowd } from '../stage/crowd.ts';
import type { Review, Stage } from '../stage/stage.ts';
import { Visitor, type Wheel } from '../stage/visitor.ts';
import type { Figures, Measured, Scenario } from '../scenario.ts';
import type { Settings } from '../settings.ts';

/** Four screens a second: faster than this nobody looks where they go. */
const fastestPx = 60;
const stepsPerSecond = 60;

/** Down the board, across, and up again; all of it comes by where the time is enough for that. */
const overAll = async (visitor: Visitor, seconds: number): Promise<(share: number) => Wheel> => {
  const { right, down } = await visitor.beyond();
  const steps = seconds * stepsPerSecond;
  const upright = Math.min(fastestPx, Math.max(10, down / (steps * 0.4)));
  const across = Math.min(fastestPx, right / (steps * 0.1));
  return (share) => {
    if (share < 0.4) return { deltaX: 0, deltaY: upright };
    if (share < 0.5) return { deltaX: across, deltaY: 0 };
    if (share < 0.9) return { deltaX: 0, deltaY: -upright };
    return { deltaX: -across, deltaY: 0 };
  };
};

const pan = async (visitor: Visitor, seconds: number) => {
  await visitor.goHome();
  const path = await overAll(visitor, seconds);
  return visitor.frames(() => visitor.wheel(seconds, path));
};

/** In and out again, about the middle. */
const zoom = async (visitor: Visitor, seconds: number) => {
  await visitor.goHome();
  const step = (share: number): Wheel => ({
    deltaX: 0,
    deltaY: Math.sin(share * 4 * Math.PI) > 0 ? 8 : -8,
    zooms: true,
  });
  const figures = await visitor.frames(() => visitor.wheel(seconds, step));
  await visitor.page.keyboard.press('0');
  return figures;
};

/** Lifts a card that is in sight and carries it round the screen; Escape puts it back. */
const drag = async (visitor: Visitor, seconds: number) => {
  await visitor.goHome();
  const cards = await visitor.inSight();
  const card = cards[Math.floor(cards.length / 2)];
  if (!card) return null;
  const { middle } = visitor;
  return visitor.frames(() =>
    visitor.drag(card, seconds, (share) => ({
      x: middle.x + Math.sin(share * 6 * Math.PI) * 420,
      y: middle.y + Math.sin(share * 4 * Math.PI) * 200,
    })),
  );
};

const all = async (visitor: Visitor, crowd: Crowd, { seconds, cursors, editsPerSecond }: Settings) => {
  await visitor.goHome();
  const path = await overAll(visitor, seconds);
  const seen = (await visitor.inSight()).map(({ id }) => id);
  crowd.move(cursors.perSecond);
  crowd.write(editsPerSecond, seen);
  const figures = await visitor.frames(() => visitor.wheel(seconds, path));
  crowd.rest();
  return figures;
};

const measured = (name: string, cards: number, figures: object | null): Measured[] =>
  figures === null ? [] : [{ name: `${name} ${cards}`, figures: figures as Figures }];

const movement = (
  name: string,
  about: string,
  work: (visitor: Visitor, settings: Settings) => Promise<object | null>,
): Scenario => ({
  name,
  about,
  sizes: ({ cards }) => [0, ...cards],
  measure: async (stage, review, settings) => {
    const visitor = await Visitor.enter(stage, review, settings.slowdown);
    try {
      return measured(name, review.cards, await work(visitor, settings));
    } finally {
      await visitor.leave();
    }
  },
});

export const panScenario = movement('pan', 'the wheel over the whole board', (visitor, { seconds }) =>
  pan(visitor, seconds),
);
export const zoomScenario = movement('zoom', 'in and out by Ctrl and the wheel', (visitor, { seconds }) =>
  zoom(visitor, seconds),
);
export const dragScenario = movement('drag', 'a card carried across zones', (visitor, { seconds }) =>
  drag(visitor, seconds),
);

export const allScenario: Scenario = {
  name: 'all',
  about: 'panning while all others point and some write',
  sizes: ({ cards }) => [0, ...cards],
  measure: async (stage: Stage, review: Review, settings) => {
    const visitor = await Visitor.enter(stage, review, settings.slowdown);
    const crowd = await Crowd.gather(stage, review, settings.cursors.people);
    try {
      return measured('all', review.cards, await all(visitor, crowd, settings));
    } finally {
      await crowd.leave();
      await visitor.leave();
    }
  },
};
