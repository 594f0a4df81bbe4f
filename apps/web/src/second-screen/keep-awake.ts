// Keeps the screen lit for as long as somebody looks at it: nobody touches a second screen for an hour.
import { useEffect } from 'react';

/** Where the browser can't, or the battery is low, the screen goes dark as it would anyway. */
export const useKeepAwake = (): void => {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let left = false;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator) || (lock && !lock.released)) return;
      try {
        const given = await navigator.wakeLock.request('screen');
        if (left) void given.release();
        else lock = given;
      } catch {
        // Refused: nothing else depends on it.
      }
    };
    const look = (): void => void ask();
    look();
    // The browser takes it back whenever the page is hidden.
    document.addEventListener('visibilitychange', look);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', look);
      void lock?.release().catch(() => undefined);
    };
  }, []);
};
