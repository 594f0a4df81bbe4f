import { useSyncExternalStore } from 'react';

/** A phone that is held sideways is wide, and has no room above and below a canvas. */
const query = '(max-width: 719px), (max-height: 480px) and (pointer: coarse)';

/** Whether the window is a phone's, or zoomed in as far: one column instead of the canvas. */
export const useOnPhone = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
