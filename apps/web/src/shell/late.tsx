// Parts of a page that come when they are asked for: panels, dialogs, another rendering. What can't be fetched just now is
// tried again for as long as it is wanted, so that a lost connection never takes the page down with it.
import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { firstThings } from './first-things.ts';
import { holdKeys } from './held-keys.ts';

type Loaded<Props extends object> = ComponentType<Props>;

interface LateOptions {
  /** Shown until the part is there. */
  fallback?: ReactNode;
  /** Not fetched at rest: large, and wanted by few. */
  onDemandOnly?: boolean;
  /** Whoever waits for it can do without for a moment: fetched only when the page rests. */
  canWait?: boolean;
  /** What is typed while it comes is for its field. */
  holdsKeys?: boolean;
}

const againMs = 3_000;
const restMs = 600;
const settledMs = 500;

/** What is fetched once a page rests. */
const atRest = new Set<() => Promise<unknown>>();

/** @param load  an import; asked for once it is rendered, or when the page rests. */
export const late = <Props extends object>(
  load: () => Promise<Loaded<Props>>,
  { fallback = null, onDemandOnly = false, canWait = false, holdsKeys = false }: LateOptions = {},
): ComponentType<Props> => {
  let there: Loaded<Props> | null = null;
  const bring = async (): Promise<Loaded<Props>> => {
    there ??= await load();
    return there;
  };
  if (!onDemandOnly) atRest.add(bring);

  return function Late(props: Props) {
    const [Part, setPart] = useState<Loaded<Props> | null>(() => there);
    useEffect(() => {
      if (Part !== null) return;
      const keys = holdsKeys ? holdKeys() : null;
      let left = false;
      let came = false;
      let timer: ReturnType<typeof setTimeout> | null = null;
      const ask = (): void => {
        if (left) return;
        bring().then(
          (part) => {
            if (left) return;
            setPart(() => part);
            came = true;
            keys?.release();
          },
          () => {
            if (!left) timer = setTimeout(ask, againMs);
          },
        );
      };
      const first = keys === null ? firstThings() : null;
      if (canWait && there === null) timer = setTimeout(ask, settledMs);
      else if (first === null) ask();
      else void first.then(ask);
      return () => {
        left = true;
        if (!came) keys?.drop();
        if (timer !== null) clearTimeout(timer);
      };
    }, [Part]);
    return Part === null ? fallback : <Part {...props} />;
  };
};

/** Fetches the late parts once the page rests, so that each is there when it is asked for, and takes the letters that follow. */
export const useRest = (): void => {
  useEffect(() => {
    const timer = setTimeout(() => {
      // Whatever fails here is tried again when it is wanted.
      for (const bring of atRest) bring().catch(() => undefined);
    }, restMs);
    return () => clearTimeout(timer);
  }, []);
};
