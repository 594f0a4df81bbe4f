// What a page is for comes first: until it is on the screen, nothing else is fetched that can come later.

/** Whoever waits for what never comes goes on after this. */
const patienceMs = 2_000;
/** The screen is painted first. */
const paintMs = 150;

let coming: Promise<void> | null = null;

/** Begins to hold back what can come later. @returns called once the page is on the screen. */
export const comesFirst = (): (() => void) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const mine = promise.then(() => {
    if (coming === mine) coming = null;
  });
  coming = mine;
  const timer = setTimeout(resolve, patienceMs);
  return () => {
    clearTimeout(timer);
    setTimeout(resolve, paintMs);
  };
};

/** @returns null where nothing comes first just now. */
export const firstThings = (): Promise<void> | null => coming;
