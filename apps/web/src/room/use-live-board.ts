// The live document of one review, open for as long as the room is.
import type { ReviewId } from '@hearth/review/ids';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type LiveCopy, type LiveDocument, openLiveDocument } from '../live/live-document.ts';
import { liveUrl } from '../live/live-url.ts';
import type { LiveStatus } from '../live/status.ts';
import { readPassages } from '../quarantine/passages.ts';

const loading: LiveStatus = { kind: 'loading' };
const nothing = (): void => {};

interface LiveBoard {
  /** null during the first render. */
  live: LiveDocument | null;
  /** What is worked on; another one after something was refused. */
  copy: LiveCopy | null;
  status: LiveStatus;
  /** The board has been here: what is shown is it, not an empty one. */
  arrived: boolean;
}

export const useLiveBoard = (reviewId: ReviewId): LiveBoard => {
  const [live, setLive] = useState<LiveDocument | null>(null);
  useEffect(() => {
    const opened = openLiveDocument({ documentName: `board/${reviewId}`, url: liveUrl(), read: readPassages });
    setLive(opened);
    return () => {
      setLive(null);
      opened.destroy();
    };
  }, [reviewId]);
  const status = useSyncExternalStore(live?.status.subscribe ?? (() => nothing), () => live?.status.get() ?? loading);
  const copy = useSyncExternalStore(live?.subscribe ?? (() => nothing), () => live?.copy() ?? null);

  const here = status.kind === 'saved' || status.kind === 'saving' || status.kind === 'not-saved';
  const [arrivedIn, setArrivedIn] = useState<LiveDocument | null>(null);
  useEffect(() => {
    if (here) setArrivedIn(live);
  }, [here, live]);
  return { live, copy, status, arrived: here || (live !== null && arrivedIn === live) };
};
