// How much larger a wall shows the board: laid out as on a laptop, for eyes at the far end of the table. Pure.

const laptopPx = 1280;

/** @param widthPx  of the window. @returns 1.2 to 3. */
export const largerFor = (widthPx: number): number =>
  Math.round(Math.min(3, Math.max(1.2, widthPx / laptopPx)) * 100) / 100;
