// Which tabs are open. A tab holds a lock for as long as it is; the browser gives it back when the tab closes or crashes.
// Without locks (an insecure origin) nobody seems to be there: merging a change twice is harmless.
const lockPrefix = 'hearth-tab:';

/** @returns gives the lock back. */
export const holdLock = (tab: string): (() => void) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  if ('locks' in navigator) navigator.locks.request(`${lockPrefix}${tab}`, () => promise).catch(() => undefined);
  return resolve;
};

export const tabsThatAreOpen = async (): Promise<ReadonlySet<string>> => {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(lockPrefix) ? name.slice(lockPrefix.length) : [])));
};
