// Speaks to screen readers: one polite live region for the whole page.
import { createContext, useCallback, useContext, useRef, type ReactNode } from 'react';

const AnnounceContext = createContext<((message: string) => void) | null>(null);

/** Holds the live region. Mounted once, around everything. */
export const AnnounceProvider = ({ children }: { children: ReactNode }) => {
  const region = useRef<HTMLOutputElement>(null);
  const announce = useCallback((message: string) => {
    const element = region.current;
    if (element === null) return;
    // A new element each time: the same sentence twice is spoken twice. The last few stay, so that a burst is not cut off.
    const line = document.createElement('span');
    line.textContent = message;
    element.append(line);
    while (element.childElementCount > 5) element.firstElementChild?.remove();
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <output ref={region} className="vh" aria-live="polite" aria-atomic="false" aria-relevant="additions" />
    </AnnounceContext>
  );
};

/** @returns a function that says a sentence politely. It stays the same between renders. */
export const useAnnounce = (): ((message: string) => void) => {
  const announce = useContext(AnnounceContext);
  if (announce === null) throw new Error('useAnnounce needs an AnnounceProvider around it');
  return announce;
};
