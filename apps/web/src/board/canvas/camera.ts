// The camera over the board: outside React, one transform of the world. Whoever moves it interrupts what moves it already.
// The frame never stays scrolled: where the browser itself scrolls to something (a focus, find-in-page, a screen reader), that
// becomes a move of the camera. SPEC B15, B26.
import type { Rect } from '../spatial.ts';
import { isWritingIn, keepAnchor } from './anchor.ts';
import {
  between,
  brought,
  centred,
  filled,
  fitting,
  headlinesUnder,
  kept,
  nextZoom,
  panned,
  viewOf,
  zoomedAt,
  type Camera3,
  type Point,
  type Size,
  type ZoomStep,
} from './camera-math.ts';
import type { Lens } from './lens.ts';
import { onScrollEnd } from './scroll-end.ts';

export interface Camera extends Lens {
  get(): Camera3;
  frame(): Size;
  world(): Size;
  /** At once. What is beyond the bounds comes back into them. */
  set(camera: Camera3): void;
  /** Goes there in a moment; at once for those who want no motion. */
  ease(camera: Camera3): void;
  /** By a wheel or a key: stays in the frame. */
  pan(dx: number, dy: number): void;
  /** By a free hand. */
  drag(dx: number, dy: number): void;
  zoomBy(factor: number, at: Point): void;
  step(step: ZoomStep): void;
  /** All of it, as large as it fits. @param most  no larger than this. */
  fit(rect: Rect, most?: number): void;
  /** The least move after which it is seen. */
  bring(rect: Rect): void;
  centre(rect: Rect, z?: number): void;
  /** To the upper edge of the frame, or so many px below it: the last zone as well, with empty paper under it. */
  start(element: HTMLElement, smooth?: boolean, below?: number): void;
  /** A point of the screen in px of the frame, and in the world. */
  at(client: { clientX: number; clientY: number }): Point;
  toWorld(client: { clientX: number; clientY: number }): Point;
  /** Where an element stands just now, such as one that has moved within what holds it. */
  freshBoxOf(element: HTMLElement): Rect;
  /** Something on the world was laid out anew. */
  laidOut(): void;
  /** A hand or an easing moves it just now. */
  moving(): boolean;
  attach(frame: HTMLElement, world: HTMLElement): () => void;
}

/** The frame rests in the middle of so much free paper on each side: the browser can scroll it to wherever something is. */
export const slackPx = 120_000;
/** Of the table above the first zone. */
const marginPx = 12;
const easeMs = 280;
const restAfterMs = 250;
/** Faster than this on the screen nobody reads: cards are drawn then, and mounted when it gets slower. */
const fastPxPerMs = 2.4;
const slowAfterMs = 120;

export const createCamera = (): Camera => {
  let camera: Camera3 = { x: 0, y: 0, z: 1 };
  let frame: HTMLElement | null = null;
  let world: HTMLElement | null = null;
  let frameSize: Size = { width: 0, height: 0 };
  let worldSize: Size = { width: 0, height: 0 };
  /** How far the browser has scrolled the frame, which the transform does not know yet. */
  let scrolled: Point = { x: 0, y: 0 };
  let boxes = new WeakMap<HTMLElement, Rect>();
  let easing = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let shown = '';
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const anchor = keepAnchor();

  const rest = (): void => {
    resting = undefined;
    if (world) world.style.willChange = '';
    if (!frame || !world) return;
    // What has grown in this very moment is made up for first, not taken for how it stands.
    if (world.offsetHeight === worldSize.height) anchor.remember(frame, world, camera);
    else measure();
  };
  const write = (zoomed: boolean): void => {
    if (!frame || !world) return;
    if (scrolled.x !== 0 || scrolled.y !== 0) {
      scrolled = { x: 0, y: 0 };
      frame.scrollTo({ left: slackPx, top: slackPx, behavior: 'instant' });
    }
    const next = `translate(${camera.x}px, ${camera.y}px) scale(${camera.z})`;
    if (next === shown) return;
    shown = next;
    world.style.transform = next;
    world.toggleAttribute('data-far', camera.z < headlinesUnder);
    // A layer of its own while it moves; not while it is zoomed, when words would be a picture of words.
    world.style.willChange = zoomed ? '' : 'transform';
    clearTimeout(resting);
    resting = setTimeout(rest, restAfterMs);
  };
  let speed = 0;
  let movedAt = 0;
  let slowing: ReturnType<typeof setTimeout> | undefined;
  const feelSpeed = (px: number): void => {
    const now = performance.now();
    const elapsed = now - movedAt;
    movedAt = now;
    // Several moves within a frame are one; after a pause it begins anew.
    speed = elapsed > slowAfterMs ? 0 : speed * 0.7 + (0.3 * px) / Math.max(4, elapsed);
    clearTimeout(slowing);
    slowing = setTimeout(() => {
      const wasFast = speed > fastPxPerMs;
      speed = 0;
      if (wasFast) tell();
    }, slowAfterMs);
  };
  const apply = (next: Camera3): void => {
    const bounded = frameSize.width > 0 ? kept(next, worldSize, frameSize) : next;
    const zoomed = bounded.z !== camera.z;
    feelSpeed(Math.hypot(bounded.x - camera.x, bounded.y - camera.y));
    camera = bounded;
    write(zoomed);
    tell();
  };
  const stop = (): void => {
    if (easing !== 0) cancelAnimationFrame(easing);
    easing = 0;
  };
  const set = (next: Camera3): void => {
    readScroll();
    stop();
    apply(next);
  };
  const ease = (to: Camera3): void => {
    readScroll();
    stop();
    if (!frame || window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      apply(to);
      return;
    }
    const from = camera;
    const began = performance.now();
    const go = (now: number): void => {
      const t = Math.min(1, Math.max(0, (now - began) / easeMs));
      easing = t < 1 ? requestAnimationFrame(go) : 0;
      apply(between(from, to, 1 - (1 - t) ** 3));
    };
    easing = requestAnimationFrame(go);
  };
  const origin = (): DOMRect => frame?.getBoundingClientRect() ?? new DOMRect();
  const readScroll = (): void => {
    if (!frame) return;
    const now = { x: frame.scrollLeft - slackPx, y: frame.scrollTop - slackPx };
    if (now.x === scrolled.x && now.y === scrolled.y) return;
    stop();
    camera = { ...camera, x: camera.x + scrolled.x - now.x, y: camera.y + scrolled.y - now.y };
    scrolled = now;
    tell();
  };
  const middle = (): Point => ({ x: frameSize.width / 2, y: frameSize.height / 2 });
  const at = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const { left, top } = origin();
    return { x: clientX - left, y: clientY - top };
  };
  const boundedEase = (to: Camera3): void =>
    ease({ ...panned(camera, to.x - camera.x, to.y - camera.y, worldSize, frameSize), z: to.z });

  const freshBoxOf = (element: HTMLElement): Rect => {
    const whole = world?.getBoundingClientRect() ?? new DOMRect();
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return {
      left: (left - whole.left) / camera.z,
      top: (top - whole.top) / camera.z,
      right: (right - whole.left) / camera.z,
      bottom: (bottom - whole.top) / camera.z,
    };
  };
  const measure = (): void => {
    if (!frame || !world) return;
    const before = frameSize;
    frameSize = { width: frame.clientWidth, height: frame.clientHeight };
    worldSize = { width: world.offsetWidth, height: world.offsetHeight };
    boxes = new WeakMap();
    if (before.width === 0) {
      // The first look: all of its width.
      apply({ ...camera, z: Math.min(camera.z, frameSize.width / Math.max(1, worldSize.width)) });
      return;
    }
    const moved = easing === 0 ? anchor.shift(world, camera) : 0;
    // Whoever sees the upper edge of the board goes on seeing it, as with any page; but for a field under one's hands.
    const shift = camera.y > -marginPx && !isWritingIn(world) ? 0 : moved;
    if (shift !== 0) apply({ ...camera, y: camera.y - shift });
    else if (before.width !== frameSize.width) apply(panned(camera, 0, 0, worldSize, frameSize));
    else tell();
    if (resting === undefined) anchor.remember(frame, world, camera);
  };

  return {
    get: () => camera,
    zoom: () => camera.z,
    far: () => camera.z < headlinesUnder,
    view: () => viewOf(camera, frameSize),
    frame: () => frameSize,
    world: () => worldSize,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    boxOf: (element) => {
      let box = boxes.get(element);
      if (!box) boxes.set(element, (box = freshBoxOf(element)));
      return box;
    },
    freshBoxOf,
    set,
    ease,
    pan: (dx, dy) => {
      readScroll();
      set(panned(camera, dx, dy, worldSize, frameSize));
    },
    drag: (dx, dy) => {
      readScroll();
      set({ ...camera, x: camera.x + dx, y: camera.y + dy });
    },
    zoomBy: (factor, point) => {
      readScroll();
      set(zoomedAt(camera, point, camera.z * factor));
    },
    step: (step) => {
      readScroll();
      ease(zoomedAt(camera, middle(), nextZoom(camera.z, step)));
    },
    fit: (rect, most) => ease(fitting(rect, frameSize, most)),
    bring: (rect) => {
      readScroll();
      boundedEase(brought(camera, rect, frameSize));
    },
    centre: (rect, z) => {
      readScroll();
      const to = centred(rect, frameSize, z ?? camera.z);
      if (to.z === camera.z) boundedEase(to);
      else ease(filled(to, worldSize, frameSize));
    },
    start: (element, smooth = true, below = 0) => {
      // On coming in the zones may be there, and not measured yet.
      measure();
      readScroll();
      const to = { ...camera, y: below + marginPx - freshBoxOf(element).top * camera.z };
      if (smooth) ease(to);
      else set(to);
      // What is measured above it while one arrives does not push it away.
      if (frame && world) anchor.remember(frame, world, camera, element);
    },
    at,
    toWorld: (client) => {
      const point = at(client);
      return { x: (point.x - camera.x) / camera.z, y: (point.y - camera.y) / camera.z };
    },
    laidOut: measure,
    moving: () => resting !== undefined,
    fast: () => speed > fastPxPerMs,
    attach: (frameElement, worldElement) => {
      frame = frameElement;
      world = worldElement;
      shown = '';
      frameSize = { width: 0, height: 0 };
      frame.scrollTo({ left: slackPx, top: slackPx, behavior: 'instant' });
      frame.addEventListener('scroll', readScroll, { passive: true });
      const settle = (): void => {
        readScroll();
        write(false);
      };
      const unsettle = onScrollEnd(frame, settle);
      const observer = new ResizeObserver(measure);
      observer.observe(frame);
      observer.observe(world);
      measure();
      return () => {
        stop();
        clearTimeout(resting);
        clearTimeout(slowing);
        observer.disconnect();
        frameElement.removeEventListener('scroll', readScroll);
        unsettle();
        frame = null;
        world = null;
      };
    },
  };
};
