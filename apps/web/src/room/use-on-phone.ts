import { useSyncExternalStore } from 'react';

const query = '(max-width: 719px)';

/** Whether the window is a phone's: one column instead of the canvas. */
export const useOnPhone = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
