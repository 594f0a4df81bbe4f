// How large the canvas is, for zones that lay themselves out by width.
import { createContext, use } from 'react';

export interface CanvasSize {
  /** Width of a zone inside its borders, in its own pixels. */
  zoneWidth: number;
  /** How much larger than the canvas words are drawn. */
  far: number;
}

export const CanvasSizeContext = createContext<CanvasSize>({ zoneWidth: 920, far: 1 });

export const useCanvasSize = (): CanvasSize => use(CanvasSizeContext);

export interface ZoneProps {
  /** The room is in this zone's stage. */
  here: boolean;
  question: string;
}
