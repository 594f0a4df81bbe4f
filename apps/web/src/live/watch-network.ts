interface NetworkEvents {
  offline(): void;
  online(): void;
  /** The page was away: what it believes of the connection may be old. */
  doubt(): void;
}

/** Browsers know at once that the network is gone, or that they have been asleep; a silent socket does not. */
export const watchNetwork = ({ offline, online, doubt }: NetworkEvents): (() => void) => {
  if (typeof window === 'undefined') return () => undefined;
  const shown = () => {
    if (document.visibilityState === 'visible') doubt();
  };
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('offline', offline, { signal });
  window.addEventListener('online', online, { signal });
  window.addEventListener('pageshow', shown, { signal });
  document.addEventListener('visibilitychange', shown, { signal });
  return () => listening.abort();
};
