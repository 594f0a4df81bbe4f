// The title of a page: its h1, the browser's title, and where the focus goes after a navigation.
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { classes } from '../design/classes.ts';
import { useLocation } from '../router/Router.tsx';

interface Arrivals {
  /** Whether the heading of this page is to take the focus now. */
  shouldFocus: (pathname: string) => boolean;
}

/** The first page keeps the focus that the browser gave it; on every later one the heading takes it, once it is there. */
const createArrivals = (first: string): Arrivals => {
  let current = first;
  let navigated = false;
  return {
    shouldFocus: (pathname) => {
      const isNew = pathname !== current;
      current = pathname;
      navigated ||= isNew;
      // A heading that gave way to another one, when the data came, leaves the focus nowhere.
      return isNew || (navigated && document.activeElement === document.body);
    },
  };
};

const ArrivalContext = createContext<Arrivals>({ shouldFocus: () => false });

export const ArrivalProvider = ({ children }: { children: ReactNode }) => {
  const { pathname } = useLocation();
  const [arrivals] = useState(() => createArrivals(pathname));
  return <ArrivalContext value={arrivals}>{children}</ArrivalContext>;
};

/** Sets the browser's title for as long as it is rendered: "Reviews · Hearth". */
export const useDocumentTitle = (title: string): void => {
  useEffect(() => {
    document.title = title === '' ? 'Hearth' : `${title} · Hearth`;
  }, [title]);
};

interface PageTitleProps {
  /** For the browser's title, where it is to differ from the words of the heading. */
  title?: string;
  className?: string | undefined;
  children: string;
}

export const PageTitle = ({ title, className, children }: PageTitleProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrivals = useContext(ArrivalContext);
  const { pathname } = useLocation();
  useDocumentTitle(title ?? children);
  useEffect(() => {
    if (arrivals.shouldFocus(pathname)) heading.current?.focus({ preventScroll: true });
  }, [arrivals, pathname]);
  return (
    <h1 ref={heading} tabIndex={-1} className={classes('big', className)}>
      {children}
    </h1>
  );
};
