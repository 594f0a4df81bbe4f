// When an element has come to rest after scrolling. Safari before 26.2 does not say so: there it is when nothing has come for a while.

const restMs = 150;

/** @returns how to stop listening. */
export const onScrollEnd = (element: EventTarget, then: () => void): (() => void) => {
  const stops = new AbortController();
  const { signal } = stops;
  if ('onscrollend' in element) {
    element.addEventListener('scrollend', then, { passive: true, signal });
    return () => stops.abort();
  }
  let resting: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(resting);
    resting = setTimeout(then, restMs);
  };
  element.addEventListener('scroll', later, { passive: true, signal });
  return () => {
    clearTimeout(resting);
    stops.abort();
  };
};
