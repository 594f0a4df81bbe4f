import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 719px)';
/** A phone that is held sideways is wide, and has no room above and below a canvas. */
const phone = `${narrow}, (max-height: 480px) and (pointer: coarse)`;

const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );

/** Whether the window is a phone's, or zoomed in as far: one column instead of the canvas. */
export const useOnPhone = (): boolean => useMedia(phone);

/** Whether there is room for one column only, however the phone is held. */
export const useNarrow = (): boolean => useMedia(narrow);
