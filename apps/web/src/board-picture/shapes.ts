// What a picture of the board is made of, before it is written as SVG. Lengths in CSS pixels of the picture. Pure.

export interface TextStyle {
  family: 'sans' | 'serif';
  size: number;
  weight: number;
  lineHeight: number;
}

/** Width of a text in a style. The browser's canvas tells it; tests bring their own. */
export type Measure = (text: string, style: TextStyle) => number;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Shape =
  | ({ kind: 'rect'; fill: string; stroke?: string; radius?: number; dashed?: boolean } & Box)
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; stroke: string; dashed?: boolean }
  | { kind: 'curve'; path: string; stroke: string }
  /** One line; `y` is its baseline. Right to left it ends at `x`. */
  | { kind: 'words'; x: number; y: number; text: string; style: TextStyle; fill: string; rtl?: boolean }
  | { kind: 'icon'; name: IconName; x: number; y: number; size: number; stroke: string };

export const iconNames = ['event', 'perspective', 'factor', 'question', 'learning', 'action', 'key'] as const;
export type IconName = (typeof iconNames)[number];

/** A part of a picture, drawn from its own upper left corner. */
export interface Block {
  width: number;
  height: number;
  shapes: readonly Shape[];
}

/** The same shapes elsewhere. */
export const moved = (shapes: readonly Shape[], dx: number, dy: number): Shape[] =>
  shapes.map((shape): Shape => {
    switch (shape.kind) {
      case 'line':
        return { ...shape, x1: shape.x1 + dx, x2: shape.x2 + dx, y1: shape.y1 + dy, y2: shape.y2 + dy };
      case 'curve':
        return { ...shape, path: movedPath(shape.path, dx, dy) };
      default:
        return { ...shape, x: shape.x + dx, y: shape.y + dy };
    }
  });

/** Paths of links have absolute commands only: pairs of numbers. */
const movedPath = (path: string, dx: number, dy: number): string => {
  let horizontal = true;
  return path.replaceAll(/-?\d+(?:\.\d+)?/g, (number) => {
    const at = Number(number) + (horizontal ? dx : dy);
    horizontal = !horizontal;
    return String(Math.round(at * 10) / 10);
  });
};
