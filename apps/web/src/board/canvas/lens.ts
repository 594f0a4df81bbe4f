// What a canvas tells to what stands on it: which part of it is seen, where things stand, and how much may be drawn in a frame.
import type { CardId } from '@hearth/review/ids';
import { createContext, use } from 'react';
import type { Rect } from '../spatial.ts';
import { createCamera, type Camera } from './camera.ts';

/** Where a card stands, mounted or not, in the unscaled px of the element that holds it. */
export interface CardBox extends Rect {
  id: CardId;
}

/** The part of the world that is on the screen. The world is measured in unscaled px from its left upper corner. */
export interface Lens {
  view(): Rect;
  /** How large the world is shown: 1 is its own size. */
  zoom(): number;
  /** So far away that cards are not drawn one by one. */
  far(): boolean;
  /** It moves so fast that nothing is to be mounted just now. */
  fast(): boolean;
  /** Where an element stands in the world. Kept until something is laid out anew. */
  boxOf(element: HTMLElement): Rect;
  /** Called whenever the view moves or something on the world is laid out anew. */
  subscribe(listener: () => void): () => void;
}

/** Where all cards stand: what holds cards that are not always mounted says so here. */
export interface CardPlaces {
  put(holder: HTMLElement, boxes: readonly CardBox[]): void;
  drop(holder: HTMLElement): void;
  holders(): Iterable<readonly [HTMLElement, readonly CardBox[]]>;
  subscribe(listener: () => void): () => void;
}

/** Few cards are mounted in each frame, for all lists together: the hand that pans must not wait for them. */
export interface MountTurns {
  /** @returns how many of those wanted may be mounted in this frame. */
  take(wanted: number): number;
  /** Some that are wanted are not mounted yet. */
  busy(): boolean;
  /** Calls back in the next frame. @returns how to forget it. */
  later(step: () => void): () => void;
}

/** One observer for all that is measured: what has grown is known of all of it before the board is held still, once. */
export interface SizeWatch {
  /** @param onHeight  told at first, and whenever it changes; unscaled px. @returns how to stop. */
  watch(element: Element, onHeight: (height: number) => void): () => void;
}

export interface Canvas {
  lens: Lens;
  /** The same, for what moves it. */
  camera: Camera;
  places: CardPlaces;
  turns: MountTurns;
  sizes: SizeWatch;
}

/** null outside a canvas: there all cards are mounted. */
export const CanvasContext = createContext<Canvas | null>(null);
export const useCanvas = (): Canvas | null => use(CanvasContext);

/** Kept with the session: whoever looks at the outline for a while comes back to where they were. */
export const createCanvas = (): Canvas => {
  const camera = createCamera();
  return {
    lens: camera,
    camera,
    places: createCardPlaces(),
    turns: createMountTurns(camera.moving),
    sizes: createSizeWatch(camera.laidOut),
  };
};

const createCardPlaces = (): CardPlaces => {
  const holders = new Map<HTMLElement, readonly CardBox[]>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    put: (holder, boxes) => {
      if (holders.get(holder) === boxes) return;
      holders.set(holder, boxes);
      tell();
    },
    drop: (holder) => {
      if (holders.delete(holder)) tell();
    },
    holders: () => holders,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const createSizeWatch = (laidOut: () => void): SizeWatch => {
  const watched = new Map<Element, (height: number) => void>();
  const observer =
    typeof ResizeObserver === 'undefined'
      ? null
      : new ResizeObserver((entries) => {
          for (const { target, borderBoxSize } of entries) watched.get(target)?.(borderBoxSize[0]?.blockSize ?? 0);
          laidOut();
        });
  return {
    watch: (element, onHeight) => {
      watched.set(element, onHeight);
      observer?.observe(element);
      return () => {
        watched.delete(element);
        observer?.unobserve(element);
      };
    },
  };
};

const mostMountsAFrame = { moving: 3, resting: 10 };

const createMountTurns = (moving: () => boolean): MountTurns => {
  const most = (): number => (moving() ? mostMountsAFrame.moving : mostMountsAFrame.resting);
  let left = 0;
  let taken = false;
  let asked = 0;
  const waiting = new Set<() => void>();
  const refill = (): void => {
    asked = 0;
    taken = false;
    const steps = [...waiting];
    waiting.clear();
    for (const step of steps) step();
  };
  const ask = (): void => {
    if (asked === 0) asked = requestAnimationFrame(refill);
  };
  return {
    take: (wanted) => {
      if (!taken) left = most();
      const given = Math.min(left, wanted);
      if (given === 0) return 0;
      left -= given;
      taken = true;
      ask();
      return given;
    },
    busy: () => waiting.size > 0 || taken,
    later: (step) => {
      waiting.add(step);
      ask();
      return () => waiting.delete(step);
    },
  };
};
