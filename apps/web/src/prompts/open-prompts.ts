// The bar's line opens the questions beside the board, wherever they are: in the drawer, or in a sheet on a phone.
const listeners = new Set<() => void>();
/** Asked for before what opens them was there. */
let waiting = false;

export const openPrompts = (): void => {
  waiting = listeners.size === 0;
  for (const listener of listeners) listener();
};

export const onOpenPrompts = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (waiting) openPrompts();
  return () => listeners.delete(listener);
};
