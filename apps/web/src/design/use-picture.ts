// A picture that did not come, as offline, while the server starts or while it is still sent up, is there as soon as it
// can be had.
import { useEffect, useState } from 'react';

const firstRetryMs = 2_000;
const longestRetryMs = 60_000;
/** After a minute it is called missing, after ten only a network that is back is a reason to ask again. */
const triesUntilMissing = 5;
const tries = 14;

/** `awaited` is asked for again and again, `missing` in vain so far. */
export type PictureState = 'shown' | 'awaited' | 'missing';

/** @returns how the picture at `url` stands, and what is called when it fails to load. */
export const usePicture = (url: string): [state: PictureState, fail: () => void] => {
  const [state, setState] = useState<PictureState>('shown');
  const failed = state !== 'shown';
  useEffect(() => {
    if (!failed) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    let tried = 0;
    let timer = 0;
    // Out of sight: what stands in its place does not flicker with every try.
    const ask = (): void => {
      clearTimeout(timer);
      const image = new Image();
      image.addEventListener('load', () => setState('shown'), { signal });
      image.addEventListener('error', wait, { signal });
      image.src = url;
    };
    const wait = (): void => {
      if (tried >= triesUntilMissing) setState('missing');
      if (tried < tries) timer = window.setTimeout(ask, Math.min(firstRetryMs * 2 ** tried, longestRetryMs));
      tried += 1;
    };
    window.addEventListener('online', ask, { signal });
    wait();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [failed, url]);
  return [state, () => setState('awaited')];
};
