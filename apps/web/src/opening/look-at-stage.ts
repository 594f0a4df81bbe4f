// Somebody goes to a stage that is about the people, not the board. What it brings comes late, and hears of it here.
import type { Stage } from '@hearth/review/templates/template';

type Listener = (stage: Stage) => void;
let listening: Listener | null = null;

export const lookAtStage: Listener = (stage) => listening?.(stage);

/** One at a time. @returns how to stop. */
export const onLookAtStage = (listener: Listener): (() => void) => {
  listening = listener;
  return () => {
    if (listening === listener) listening = null;
  };
};
