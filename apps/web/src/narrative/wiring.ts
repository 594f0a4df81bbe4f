// Joins the editor, which is made once, to what the screen makes of its keys at each render.

export interface Wiring {
  /** @returns whether the key meant something to the list that is open. */
  key: (event: KeyboardEvent) => boolean;
  takeKeys: (handler: ((event: KeyboardEvent) => boolean) | null) => void;
  comment: () => void;
  takeComments: (handler: () => void) => void;
}

export const openWiring = (): Wiring => {
  let keys: ((event: KeyboardEvent) => boolean) | null = null;
  let comments: () => void = () => {};
  return {
    key: (event) => keys?.(event) ?? false,
    takeKeys: (handler) => {
      keys = handler;
    },
    comment: () => comments(),
    takeComments: (handler) => {
      comments = handler;
    },
  };
};
