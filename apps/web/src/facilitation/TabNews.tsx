// A stage that changes while this tab is in the background shows in the tab's title and icon until it is looked at.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import { useEffect, useRef } from 'react';
import { stageMove } from './stage-moves.ts';
import { useFacilitation } from './use-facilitation.ts';

const newsIcon = '/mark-news.svg';

export const TabNews = () => {
  const state = useFacilitation().view?.state ?? null;
  const before = useRef<FacilitationState | null>(null);
  const looked = useRef<(() => void) | null>(null);

  useEffect(() => {
    if (state === null) return;
    const move = stageMove(before.current, state);
    before.current = state;
    if (move === null || document.visibilityState === 'visible') return;
    looked.current?.();
    looked.current = mark(move.kind === 'ended' ? 'Ended' : move.stage.name);
  }, [state]);

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
