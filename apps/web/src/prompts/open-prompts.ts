// The bar's line opens the questions beside the board, wherever they are: in the drawer, or in a sheet on a phone.
const listeners = new Set<() => void>();

export const openPrompts = (): void => {
  for (const listener of listeners) listener();
};

export const onOpenPrompts = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
