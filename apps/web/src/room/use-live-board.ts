// The live document of one review, open for as long as the room is.
import type { ReviewId } from '@hearth/review/ids';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { openLiveDocument, type LiveConnection } from '../live/connection.ts';
import { liveUrl } from '../live/live-url.ts';
import type { LiveStatus } from '../live/status.ts';

const loading: LiveStatus = { kind: 'loading' };
const nothing = (): void => {};

interface LiveBoard {
  /** null during the first render. */
  live: LiveConnection | null;
  status: LiveStatus;
  /** The board has been here: what is shown is it, not an empty one. */
  arrived: boolean;
}

export const useLiveBoard = (reviewId: ReviewId): LiveBoard => {
  const [live, setLive] = useState<LiveConnection | null>(null);
  useEffect(() => {
    const opened = openLiveDocument({ documentName: `board/${reviewId}`, url: liveUrl() });
    setLive(opened);
    return () => {
      setLive(null);
      opened.destroy();
    };
  }, [reviewId]);
  const status = useSyncExternalStore(live?.status.subscribe ?? (() => nothing), () => live?.status.get() ?? loading);

  const here = status.kind === 'saved' || status.kind === 'saving' || status.kind === 'not-saved';
  const [arrivedIn, setArrivedIn] = useState<LiveConnection | null>(null);
  useEffect(() => {
    if (here) setArrivedIn(live);
  }, [here, live]);
  return { live, status, arrived: here || (live !== null && arrivedIn === live) };
};
