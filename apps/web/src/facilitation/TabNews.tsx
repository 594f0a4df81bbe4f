// What concerns me, and a stage that changes, while this tab is in the background shows in its title and icon until it is
// looked at.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { useEffect, useRef } from 'react';
import { tabNews } from './tab-news.ts';
import { useFacilitation } from './use-facilitation.ts';

const newsIcon = '/mark-news.svg';

export const TabNews = () => {
  const { view, seat } = useFacilitation();
  const before = useRef<FacilitationView | null>(null);
  const me = seat.participantId;
  const looked = useRef<(() => void) | null>(null);

  useEffect(() => {
    if (view === null) return;
    const news = tabNews(before.current, view, me);
    before.current = view;
    if (news === null || document.visibilityState === 'visible') return;
    looked.current?.();
    looked.current = mark(news);
  }, [view, me]);

  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState !== 'visible') return;
      looked.current?.();
      looked.current = null;
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      looked.current?.();
    };
  }, []);
  return null;
};

/** @returns gives the tab its own title and icon back. */
const mark = (news: string): (() => void) => {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const [title, href] = [document.title, icon?.getAttribute('href') ?? null];
  const marked = `● ${news} · ${title}`;
  document.title = marked;
  icon?.setAttribute('href', newsIcon);
  return () => {
    // Another page may have named itself meanwhile.
    if (document.title === marked) document.title = title;
    if (href !== null) icon?.setAttribute('href', href);
  };
};
