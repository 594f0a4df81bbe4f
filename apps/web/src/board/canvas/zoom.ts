// How large the board is shown, kept on the device. Pure but for the two that read and store.

const levels = [0.5, 0.6, 0.7, 0.85, 1, 1.15, 1.3, 1.5] as const;
const key = 'hearth.board.zoom';

export type ZoomStep = 'in' | 'out' | 'whole' | 'actual';

/** The next level; `actual` is 100 %, `whole` the smallest. */
export const nextZoom = (zoom: number, step: ZoomStep): number => {
  switch (step) {
    case 'in':
      return levels.find((level) => level > zoom + 0.001) ?? 1.5;
    case 'out':
      return levels.findLast((level) => level < zoom - 0.001) ?? 0.5;
    case 'whole':
      return 0.5;
    case 'actual':
      return 1;
  }
};

/** The largest level that is not above. */
export const levelWithin = (zoom: number): number => levels.findLast((level) => level <= zoom + 0.001) ?? 0.5;

export const readZoom = (): number => {
  try {
    const stored = Number(localStorage.getItem(key));
    return levels.find((level) => level === stored) ?? 1;
  } catch {
    // Storage can be switched off; the board starts at its own size then.
    return 1;
  }
};

export const storeZoom = (zoom: number): void => {
  try {
    localStorage.setItem(key, String(zoom));
  } catch {
    // Not kept, and nothing is lost by that.
  }
};
