// Ways to move the board that keys, palette and buttons share.
import type { CardId } from '@hearth/review/ids';
import { boardZones, type BoardZone } from '@hearth/board/zones';
import type { BoardSession } from '../session.tsx';
import type { Rect } from '../spatial.ts';
import { zoneId } from '../Zone.tsx';
import type { ZoomStep } from './camera-math.ts';
import { cardBoxes } from './marquee.ts';

export interface BoardControls {
  zoom(step: ZoomStep): void;
  /** Everything that is on the board. */
  fitAll(): void;
  /** What is selected, else the same. */
  fitSelection(): void;
  /** @returns whether the zone is there. */
  showZone(zone: BoardZone, smooth?: boolean): boolean;
  /** A place of a zone, in shares of its size, comes to the middle, at some zoom. @returns whether the zone is there. */
  showPlace(zone: BoardZone, share: { x: number; y: number }, zoom: number): boolean;
}

const around = (rects: readonly Rect[]): Rect | null =>
  rects.length === 0
    ? null
    : {
        left: Math.min(...rects.map(({ left }) => left)),
        top: Math.min(...rects.map(({ top }) => top)),
        right: Math.max(...rects.map(({ right }) => right)),
        bottom: Math.max(...rects.map(({ bottom }) => bottom)),
      };

const zoneElement = (zone: BoardZone): HTMLElement | null => document.getElementById(zoneId(zone));

/** How many px of the frame's upper end notices cover. */
const coveredAbove = (inFrame: HTMLElement): number => {
  const notices = document.querySelector('[data-over-board]')?.getBoundingClientRect();
  const frame = inFrame.closest('[data-frame]')?.getBoundingClientRect();
  return notices && frame && notices.height > 0 ? Math.max(0, notices.bottom - frame.top) : 0;
};

const boxesOfCards = (session: BoardSession, ids: readonly CardId[]): Rect[] => {
  const world = document.querySelector<HTMLElement>('[data-world]');
  const wanted = new Set(ids);
  return world ? cardBoxes(session.canvas.camera, session.canvas.places, world).filter(({ id }) => wanted.has(id)) : [];
};

export const boardControls = (session: BoardSession): BoardControls => {
  const { camera } = session.canvas;
  const fitAll = (): void => {
    const all = around(boardZones.flatMap((zone) => zoneElement(zone) ?? []).map(camera.boxOf));
    if (all) camera.fit(all);
  };
  return {
    zoom: camera.step,
    fitAll,
    fitSelection: () => {
      const selection = around(boxesOfCards(session, session.picked()));
      if (selection) camera.fit(selection);
      else fitAll();
    },
    showZone: (zone, smooth = true) => {
      const element = zoneElement(zone);
      if (!element) return false;
      // From afar one comes close enough to read.
      if (camera.far()) {
        const { left, top, right, bottom } = camera.boxOf(element);
        const z = Math.min(1, camera.frame().width / camera.world().width);
        const { height } = camera.frame();
        camera.centre({ left, right, top, bottom: top + Math.min(bottom - top, height / z) }, z);
      } else camera.start(element, smooth, coveredAbove(element));
      return true;
    },
    showPlace: (zone, { x, y }, zoom) => {
      const element = zoneElement(zone);
      if (!element) return false;
      const { left, top, right, bottom } = camera.boxOf(element);
      const at = { x: left + x * (right - left), y: top + y * (bottom - top) };
      camera.centre({ left: at.x, right: at.x, top: at.y, bottom: at.y }, zoom);
      return true;
    },
  };
};
