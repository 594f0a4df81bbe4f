// How large the canvas is, for zones that lay themselves out by width.
import { createContext, use } from 'react';

export interface CanvasSize {
  /** 0.5 to 1.5. */
  zoom: number;
  /** Width of a zone inside its borders, in its own pixels. */
  zoneWidth: number;
  /** How much larger than the canvas words are drawn; 1 unless the board is shown small. */
  far: number;
}

export const CanvasSizeContext = createContext<CanvasSize>({ zoom: 1, zoneWidth: 920, far: 1 });

export const useCanvasSize = (): CanvasSize => use(CanvasSizeContext);

export interface ZoneProps {
  /** The room is in this zone's stage. */
  here: boolean;
  question: string;
}
