import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  between,
  brought,
  centred,
  filled,
  fitting,
  kept,
  nextZoom,
  panned,
  type Camera3,
  viewOf,
  zoomedAt,
} from './camera-math.ts';

const frame = { width: 900, height: 700 };
const world = { width: 900, height: 3000 };
const camera = fc.record({
  x: fc.double({ min: -3000, max: 800, noNaN: true }),
  y: fc.double({ min: -9000, max: 600, noNaN: true }),
  z: fc.double({ min: 0.1, max: 4, noNaN: true }),
});
const point = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 700 }) });
const inWorld = ({ x, y, z }: Camera3, at: { x: number; y: number }) => ({ x: (at.x - x) / z, y: (at.y - y) / z });

describe('[B15] zoom', () => {
  it('goes from 10 to 400 % by steps, and no further', () => {
    const up = [0.1];
    while (up.length < 30) up.push(nextZoom(up.at(-1) ?? 0, 'in'));
    expect(up.at(-1)).toBe(4);
    expect(up).toContain(1);
    const down = [4];
    while (down.length < 30) down.push(nextZoom(down.at(-1) ?? 0, 'out'));
    expect(down.at(-1)).toBe(0.1);
    expect(nextZoom(0.7, 'actual')).toBe(1);
  });

  it('keeps what is under the pointer under the pointer', () => {
    fc.assert(
      fc.property(camera, point, fc.double({ min: 0.01, max: 10, noNaN: true }), (from, at, z) => {
        const to = zoomedAt(from, at, z);
        expect(to.z).toBeGreaterThanOrEqual(0.1);
        expect(to.z).toBeLessThanOrEqual(4);
        expect(inWorld(to, at).x).toBeCloseTo(inWorld(from, at).x, 4);
        expect(inWorld(to, at).y).toBeCloseTo(inWorld(from, at).y, 4);
      }),
    );
  });
});

describe('[B15] pan', () => {
  it('does not move sideways what is as wide as the frame', () => {
    expect(panned({ x: 0, y: 0, z: 1 }, -40, -100, world, frame)).toEqual({ x: 0, y: -100, z: 1 });
  });

  it('stops at the beginning and at the end', () => {
    expect(panned({ x: 0, y: -50, z: 1 }, 0, 900, world, frame).y).toBe(0);
    expect(panned({ x: 0, y: -50, z: 1 }, 0, -9000, world, frame).y).toBe(700 - 3000);
  });

  it('leaves what a hand has pulled further where it is', () => {
    expect(panned({ x: 0, y: 200, z: 1 }, 0, 90, world, frame).y).toBe(200);
    expect(panned({ x: 0, y: 200, z: 1 }, 0, -90, world, frame).y).toBe(110);
  });

  it('never loses the world', () => {
    fc.assert(
      fc.property(camera, (from) => {
        const to = kept({ ...from, x: from.x * 100, y: from.y * 100 }, world, frame);
        const view = viewOf(to, frame);
        expect(view.left).toBeLessThan(world.width);
        expect(view.right).toBeGreaterThan(0);
        expect(view.top).toBeLessThan(world.height);
        expect(view.bottom).toBeGreaterThan(0);
      }),
    );
  });
});

describe('[B15] going somewhere', () => {
  const rect = { left: 100, top: 2000, right: 340, bottom: 2100 };

  it('fits all of it', () => {
    const view = viewOf(fitting({ left: 0, top: 0, right: 900, bottom: 3000 }, frame), frame);
    expect(view.left).toBeLessThanOrEqual(0);
    expect(view.top).toBeLessThanOrEqual(0);
    expect(view.right).toBeGreaterThanOrEqual(900);
    expect(view.bottom).toBeGreaterThanOrEqual(3000);
    expect(fitting(rect, frame).z).toBe(1);
  });

  it('begins at the beginning of what fits at no size', () => {
    const view = viewOf(fitting({ left: 0, top: 50, right: 900, bottom: 90_000 }, frame), frame);
    expect(view.top).toBeLessThanOrEqual(50);
    expect(view.bottom).toBeGreaterThan(50);
  });

  it('moves no more than needed, and not at all where it is seen already', () => {
    const there = brought({ x: 0, y: 0, z: 1 }, rect, frame);
    expect(there.x).toBe(0);
    expect(there.y).toBe(700 - 32 - 2100);
    expect(brought(there, rect, frame)).toEqual(there);
    expect(brought({ x: 0, y: -2500, z: 1 }, rect, frame).y).toBe(32 - 2000);
  });

  it('shows the beginning of what is larger than the frame', () => {
    const tall = { left: 0, top: 1000, right: 200, bottom: 2900 };
    expect(brought({ x: 0, y: 0, z: 1 }, tall, frame, 10).y).toBe(10 - 1000);
  });

  it('begins where it is and ends where it shall', () => {
    const from = { x: 10, y: -700, z: 0.4 };
    const to = centred(rect, frame, 1.5);
    expect(between(from, to, 0)).toEqual(from);
    const end = between(from, to, 1);
    expect(end.x).toBeCloseTo(to.x, 6);
    expect(end.y).toBeCloseTo(to.y, 6);
    expect(end.z).toBeCloseTo(to.z, 6);
  });
});

it('[B15] coming close from afar shows no empty paper that the board could fill', () => {
  const board = { width: 1000, height: 4000 };
  const screen = { width: 900, height: 800 };
  expect(filled({ x: 120, y: 250, z: 1 }, board, screen)).toEqual({ x: 0, y: 0, z: 1 });
  expect(filled({ x: -300, y: -3900, z: 1 }, board, screen)).toEqual({ x: -100, y: -3200, z: 1 });
  expect(filled({ x: -40, y: -900, z: 1 }, board, screen)).toEqual({ x: -40, y: -900, z: 1 });
  // Smaller than the frame it may stand anywhere within.
  expect(filled({ x: 300, y: 20, z: 0.1 }, board, screen)).toEqual({ x: 300, y: 20, z: 0.1 });
  expect(filled({ x: 850, y: -10, z: 0.1 }, board, screen)).toEqual({ x: 800, y: 0, z: 0.1 });
});
