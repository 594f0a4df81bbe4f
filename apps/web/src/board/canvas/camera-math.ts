// The arithmetic of the camera. Pure. A point of the world stands at `x + world.x * z` on the screen. SPEC B15.
import type { Rect } from '../spatial.ts';

/** Where the world's corner is on the screen, in CSS px of the frame, and how large the world is shown. */
export interface Camera3 {
  x: number;
  y: number;
  z: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

const leastZoom = 0.1;
const mostZoom = 4;
/** Under this only headlines are shown, under the next the names of groups. */
export const headlinesUnder = 0.5;
export const namesUnder = 0.25;
/** How the buttons and keys go. */
const levels = [0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4] as const;

export type ZoomStep = 'in' | 'out' | 'actual';

/** The next level up or down; `actual` is 100 %. */
export const nextZoom = (z: number, step: ZoomStep): number => {
  switch (step) {
    case 'in':
      return levels.find((level) => level > z * 1.01) ?? mostZoom;
    case 'out':
      return levels.findLast((level) => level < z * 0.99) ?? leastZoom;
    case 'actual':
      return 1;
  }
};

const withinZoom = (z: number): number => Math.min(mostZoom, Math.max(leastZoom, z));

/** Larger or smaller around a point of the frame: what is there stays there. */
export const zoomedAt = ({ x, y, z }: Camera3, at: Point, to: number): Camera3 => {
  const next = withinZoom(to);
  const k = next / z;
  return { x: at.x - (at.x - x) * k, y: at.y - (at.y - y) * k, z: next };
};

/** What of the world is seen. */
export const viewOf = ({ x, y, z }: Camera3, frame: Size): Rect => ({
  left: -x / z,
  top: -y / z,
  right: (frame.width - x) / z,
  bottom: (frame.height - y) / z,
});

/** Free px around something that is fitted into the frame, and the room that the bar for a card needs. */
const marginPx = 32;

/** All of it in the middle of the frame, as large as it fits, but no larger than `most`. */
export const fitting = (rect: Rect, frame: Size, most = 1): Camera3 => {
  const width = Math.max(1, rect.right - rect.left);
  const height = Math.max(1, rect.bottom - rect.top);
  const fits = Math.min((frame.width - 2 * marginPx) / width, (frame.height - 2 * marginPx) / height);
  const z = withinZoom(Math.min(most, fits));
  const middle = centred(rect, frame, z);
  // What is too high for any size begins at its beginning.
  return height * z > frame.height ? { ...middle, y: marginPx - rect.top * z } : middle;
};

/** Its middle in the middle of the frame. */
export const centred = (rect: Rect, frame: Size, z: number): Camera3 => ({
  x: frame.width / 2 - ((rect.left + rect.right) / 2) * z,
  y: frame.height / 2 - ((rect.top + rect.bottom) / 2) * z,
  z,
});

/** The least move after which a rectangle is seen, with a margin; its beginning where it is larger than the frame. */
export const brought = (camera: Camera3, rect: Rect, frame: Size, margin = marginPx): Camera3 => {
  const along = (at: number, from: number, to: number, length: number): number => {
    const low = at + from * camera.z;
    const high = at + to * camera.z;
    if (low < margin || high - low > length - 2 * margin) return at + margin - low;
    return high > length - margin ? at + length - margin - high : at;
  };
  return {
    x: along(camera.x, rect.left, rect.right, frame.width),
    y: along(camera.y, rect.top, rect.bottom, frame.height),
    z: camera.z,
  };
};

/** The nearest place from which no empty paper is seen that the world could fill. */
export const filled = ({ x, y, z }: Camera3, world: Size, frame: Size): Camera3 => {
  const along = (at: number, length: number, seen: number): number =>
    Math.min(Math.max(0, seen - length), Math.max(Math.min(0, seen - length), at));
  return { x: along(x, world.width * z, frame.width), y: along(y, world.height * z, frame.height), z };
};

/**
 * A pan by wheel or key keeps the board in the frame: sideways it moves only where the world is wider, or loose within, and
 * downwards to some empty paper below the last zone. What a free hand has pulled further than that may stay, or come back.
 */
export const panned = (camera: Camera3, dx: number, dy: number, world: Size, frame: Size): Camera3 => {
  const along = (at: number, by: number, length: number, seen: number): number => {
    const low = Math.min(at, 0, seen - length);
    const high = Math.max(at, 0, length < seen ? seen - length : 0);
    return Math.min(high, Math.max(low, at + by));
  };
  return {
    x: along(camera.x, dx, world.width * camera.z, frame.width),
    y: along(camera.y, dy, world.height * camera.z, frame.height),
    z: camera.z,
  };
};

/** The world is never lost: a corner of it stays in the frame, wherever a hand pulls it. */
export const kept = (camera: Camera3, world: Size, frame: Size): Camera3 => {
  const along = (at: number, length: number, seen: number): number => {
    const rest = Math.min(seen / 3, length / 2);
    return Math.min(seen - rest, Math.max(rest - length, at));
  };
  return {
    x: along(camera.x, world.width * camera.z, frame.width),
    y: along(camera.y, world.height * camera.z, frame.height),
    z: camera.z,
  };
};

/** Between two views, `t` from 0 to 1: a jump with a zoom in it keeps the point still that is at the same place in both. */
export const between = (from: Camera3, to: Camera3, t: number): Camera3 => {
  const z = from.z * (to.z / from.z) ** t;
  const share = Math.abs(to.z - from.z) < 0.001 ? t : (z - from.z) / (to.z - from.z);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, z };
};
