// Tells what others did, for as long as the room is open: in batches, seconds later, so it can wait for what is needed now.
import { useEffect } from 'react';
import { useAnnounce } from '../design/announce.tsx';
import { newsLevel } from './news-level.ts';
import type { BoardSession } from './session.tsx';

export const useNews = ({ writer }: Pick<BoardSession, 'writer'>): void => {
  const announce = useAnnounce();
  useEffect(() => {
    let stop: (() => void) | null = null;
    let left = false;
    void import('./news.ts').then(
      ({ watchNews }) => {
        if (!left) stop = watchNews(writer, announce, newsLevel);
      },
      () => undefined,
    );
    return () => {
      left = true;
      stop?.();
    };
  }, [writer, announce]);
};
