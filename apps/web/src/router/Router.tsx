// Pages by their addresses, for React: a page that is not here yet is fetched while the one before stays.
import {
  createContext,
  startTransition,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useState,
  type ComponentProps,
  type ComponentType,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { firstMatch, type Params } from './match.ts';
import type { Location, NavigateOptions, Navigation } from './navigation.ts';

export interface Route {
  /** Such as `reviews/:reviewId`. */
  readonly path: string;
  readonly Page: ComponentType;
}

interface Place {
  navigation: Navigation;
  location: Location;
  params: Params;
}

const PlaceContext = createContext<Place | null>(null);

const usePlace = (): Place => {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error('pages and links need a Router around them');
  return place;
};

interface RouterProps<R extends Route> {
  navigation: Navigation;
  /** The last of them has the path `*`. */
  routes: readonly R[];
  /** Shown until the first page is there. */
  fallback: ReactNode;
  /** Puts around a page what belongs there. */
  children: (route: R) => ReactNode;
}

export const Router = <R extends Route>({ navigation, routes, fallback, children }: RouterProps<R>) => {
  const [location, setLocation] = useState(navigation.current);
  useEffect(() => {
    const follow = () => startTransition(() => setLocation(navigation.current()));
    follow();
    return navigation.subscribe(follow);
  }, [navigation]);
  const match = useMemo(() => firstMatch(routes, location.pathname), [routes, location.pathname]);
  const place = useMemo(() => ({ navigation, location, params: match?.params ?? {} }), [navigation, location, match]);
  return (
    <PlaceContext value={place}>
      <Suspense fallback={fallback}>{match && children(match.route)}</Suspense>
    </PlaceContext>
  );
};

export const useLocation = (): Location => usePlace().location;

/** Parts of the address, by their names in the route's path. */
export const useParams = (): Params => usePlace().params;

export const useNavigate = (): Navigation['navigate'] => usePlace().navigation.navigate;

/** What follows the question mark, and putting something else there. */
export const useSearchParams = (): [
  URLSearchParams,
  (next: URLSearchParams | Record<string, string>, options?: NavigateOptions) => void,
] => {
  const { location, navigation } = usePlace();
  const parameters = useMemo(() => new URLSearchParams(location.search), [location.search]);
  const set = useCallback(
    (next: URLSearchParams | Record<string, string>, options?: NavigateOptions) => {
      const search = new URLSearchParams(next).toString();
      navigation.navigate(`${navigation.current().pathname}${search === '' ? '' : `?${search}`}`, options);
    },
    [navigation],
  );
  return [parameters, set];
};

/** Holds back whoever goes to another page while `holds`. @returns what to do with them; null while nobody wants to go. */
export const useStay = (holds: boolean): { proceed: () => void; stay: () => void } | null => {
  const { navigation } = usePlace();
  const [held, setHeld] = useState<{ proceed: () => void } | null>(null);
  const isHeld = useEffectEvent((from: Location, to: Location) => holds && from.pathname !== to.pathname);
  useEffect(
    () =>
      navigation.guard({
        holds: (from, to) => isHeld(from, to),
        heldBack: (proceed) => setHeld({ proceed }),
      }),
    [navigation],
  );
  return held && { proceed: held.proceed, stay: () => setHeld(null) };
};

type LinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  /** An address of this application, beginning with a slash. */
  to: string;
  state?: unknown;
};

export const Link = ({ to, state, onClick, children, ...rest }: LinkProps) => {
  const navigate = useNavigate();
  const pressed = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const elsewhere = rest.target !== undefined || rest.download !== undefined;
    // Another tab or window is the browser's to open.
    const special = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || elsewhere || special) return;
    event.preventDefault();
    navigate(to, { state });
  };
  return (
    <a {...rest} href={to} onClick={pressed}>
      {children}
    </a>
  );
};

/** Says where one is: a link to the page itself, or to what is above it, is the current one. */
export const NavLink = ({ to, end = false, ...rest }: LinkProps & { end?: boolean }) => {
  const { pathname } = useLocation();
  const current = pathname === to || (!end && pathname.startsWith(`${to}/`));
  return <Link {...rest} to={to} aria-current={current ? 'page' : undefined} />;
};

/** How far each entry of the history was scrolled. */
const scrolled = new Map<string, number>();

/** A new page begins at its top; going back finds the place where one was. */
export const useScrollPlaces = (): void => {
  const { key, by, hash } = useLocation();
  useLayoutEffect(() => {
    const before = scrolled.get(key);
    if (by === 'push') {
      const target = hash === '' ? null : document.getElementById(hash.slice(1));
      if (target === null) window.scrollTo(0, 0);
      else target.scrollIntoView();
    } else if (by === 'pop' && before !== undefined) window.scrollTo(0, before);
    const note = () => scrolled.set(key, window.scrollY);
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, [key, by, hash]);
};
