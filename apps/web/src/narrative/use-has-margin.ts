// Whether there is room beside the text.
import { useEffect, useState, type RefObject } from 'react';

/** Outline, text and margin with the gaps between them. */
const marginFromPx = 1_080;

export const useHasMargin = (frame: RefObject<HTMLElement | null>): boolean => {
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const watcher = new ResizeObserver(() => setWide(element.clientWidth >= marginFromPx));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [frame]);
  return wide;
};
