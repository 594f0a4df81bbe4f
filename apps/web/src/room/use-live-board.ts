// The live document of one review, open for as long as the room is.
import type { ReviewId } from '@hearth/review/ids';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { openLiveDocument, type LiveConnection } from '../live/connection.ts';
import type { LiveStatus } from '../live/status.ts';

const loading: LiveStatus = { kind: 'loading' };
const nothing = (): void => {};

/** @returns the connection (null during the first render) and its truthful status. */
export const useLiveBoard = (reviewId: ReviewId): { live: LiveConnection | null; status: LiveStatus } => {
  const [live, setLive] = useState<LiveConnection | null>(null);
  useEffect(() => {
    const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
    const opened = openLiveDocument({
      documentName: `board/${reviewId}`,
      url: `${scheme}://${window.location.host}/live`,
    });
    setLive(opened);
    return () => {
      setLive(null);
      opened.destroy();
    };
  }, [reviewId]);
  const status = useSyncExternalStore(live?.status.subscribe ?? (() => nothing), () => live?.status.get() ?? loading);

  return { live, status };
};
