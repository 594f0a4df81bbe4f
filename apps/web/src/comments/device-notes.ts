// What this device remembers of a review for one person: which comments were seen, which nameless ones are mine, and the marks
// that stand for my nameless reactions. None of it leaves the device. Rules: SPEC N1–N4.
import { isId } from '@hearth/review/ids';

export interface Kept {
  /** Ids of comments and answers; null before the first visit. */
  seen: ReadonlySet<string> | null;
  mine: ReadonlySet<string>;
  /** `<card>:<kind>` → mark. */
  marks: ReadonlyMap<string, string>;
}

export interface DeviceNotes {
  /** The same object until something is noted. */
  kept(): Kept;
  /** On the first visit everything that is there counts as seen: unread is what came since. */
  begin(there: readonly string[]): void;
  see(ids: readonly string[]): void;
  own(id: string): void;
  /** Draws a mark where there is none yet. */
  markFor(card: string, kind: string): string;
  subscribe(listener: () => void): () => void;
}

type Place = Pick<Storage, 'getItem' | 'setItem'>;

/** The oldest are forgotten. */
const most = { seen: 5_000, mine: 1_000, marks: 2_000 } as const;

/** @param place  null where the browser keeps nothing: then all is remembered for as long as the page is open. */
export const openDeviceNotes = (place: Place | null, name: string, draw: () => string): DeviceNotes => {
  const listeners = new Set<() => void>();
  let kept = read(place, name);
  const keep = (change: (now: Kept) => Partial<Kept>): void => {
    // Another tab may have noted something meanwhile.
    const now = place === null ? kept : joined(kept, read(place, name));
    kept = { ...now, ...change(now) };
    write(place, name, kept);
    for (const listener of listeners) listener();
  };
  return {
    kept: () => kept,
    begin: (there) => {
      if (kept.seen === null) keep(() => ({ seen: new Set(there) }));
    },
    see: (ids) => {
      const fresh = ids.filter((id) => !kept.seen?.has(id));
      if (fresh.length > 0) keep(({ seen }) => ({ seen: new Set([...(seen ?? []), ...fresh]) }));
    },
    own: (id) => keep(({ mine }) => ({ mine: new Set([...mine, id]) })),
    markFor: (card, kind) => {
      const known = kept.marks.get(`${card}:${kind}`);
      if (known !== undefined) return known;
      const mark = draw();
      keep(({ marks }) => ({ marks: new Map([...marks, [`${card}:${kind}`, mark]]) }));
      return mark;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const read = (place: Place | null, name: string): Kept => {
  const stored = parsed(place, name);
  return {
    seen: stored['seen'] === undefined ? null : new Set(ids(stored['seen'])),
    mine: new Set(ids(stored['mine'])),
    marks: new Map(pairs(stored['marks'])),
  };
};

const parsed = (place: Place | null, name: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(place?.getItem(name) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

const ids = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isId) : []);

const pairs = (value: unknown): [string, string][] =>
  Array.isArray(value)
    ? value.flatMap((pair: unknown): [string, string][] =>
        Array.isArray(pair) && typeof pair[0] === 'string' && isId(pair[1]) ? [[pair[0], pair[1]]] : [],
      )
    : [];

const joined = (one: Kept, other: Kept): Kept => ({
  seen: one.seen === null && other.seen === null ? null : new Set([...(other.seen ?? []), ...(one.seen ?? [])]),
  mine: new Set([...other.mine, ...one.mine]),
  marks: new Map([...one.marks, ...other.marks]),
});

const write = (place: Place | null, name: string, { seen, mine, marks }: Kept): void => {
  try {
    place?.setItem(
      name,
      JSON.stringify({
        ...(seen === null ? {} : { seen: [...seen].slice(-most.seen) }),
        mine: [...mine].slice(-most.mine),
        marks: [...marks].slice(-most.marks),
      }),
    );
  } catch {
    // The device is full, or keeps nothing: it is remembered until the page is left.
  }
};
