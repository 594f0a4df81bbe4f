// One board as the components below see it: the view, the writer, who else is there, and what is selected here.
import type { Card, CardKind, CardOf, Column, Link, Theme } from '@hearth/board/cards';
import { openWriter, type Author, type Writer } from '@hearth/board/operations';
import { openView, type BoardView } from '@hearth/board/view';
import type { CardId, ParticipantId, ThemeId } from '@hearth/review/ids';
import { zoneOfKind, type BoardZone } from '@hearth/board/zones';
import { createContext, use, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { createCanvas, type Canvas } from './canvas/lens.ts';
import type { CardMark } from './card-marks.ts';
import type { Landing } from './drop.ts';
import type { GroupKey } from './groups.ts';
import { openPresence, type Presence, type Visitor } from './presence.ts';
import { litBy, nothingLit, type Lit } from './relations.ts';
import { createStore, useStore, type Store } from './store.ts';
import type { VotesShown } from './votes-shown.ts';

export type CardPanel =
  | 'actions'
  | 'details'
  | 'link'
  | 'move'
  | 'comments'
  | 'react'
  | 'differently'
  | 'group'
  | 'why';

/** A card that somebody removed while one was writing in it: as it was last seen, with one's own words. */
export interface TakenCard {
  card: Card;
  links: readonly Link[];
  /** Where the caret stood; null where the focus was elsewhere. */
  caret: number | null;
}

export interface BoardUi {
  selected: CardId | null;
  /** Cards selected besides it, in the order in which they were. */
  also: readonly CardId[];
  /** The card whose words are being edited here. */
  editing: CardId | null;
  panel: { kind: CardPanel; card: CardId } | null;
  /** The group whose composer is open, and the time to begin with. */
  composing: { group: GroupKey; time: string } | null;
  /** The card that the Tab key comes to, for each zone. */
  stops: Partial<Record<BoardZone, CardId>>;
  lit: Lit;
  /** The theme that is being named here. */
  naming: ThemeId | null;
  /** Cards in the hand. */
  lifted: ReadonlySet<CardId> | null;
  /** A card that somebody goes to: it is mounted, wherever the view is. */
  wanted: CardId | null;
  /** The card that was added here last. */
  added: CardId | null;
  /** Where the lifted cards would land. */
  drop: Landing | null;
  taken: readonly TakenCard[];
  /** What is said about cards, in the history. */
  marks: ReadonlyMap<CardId, CardMark>;
  /** How much larger than usual the canvas shows what it holds: 1, and more on a wall. */
  larger: number;
  /** null where nothing was voted on. */
  votes: VotesShown | null;
}

export type LockedZones = ReadonlySet<BoardZone | 'narrative'>;

export interface BoardSession {
  doc: Y.Doc;
  view: BoardView;
  writer: Writer;
  presence: Presence;
  ui: Store<BoardUi>;
  canvas: Canvas;
  /** IANA zone in which the incident is told. */
  zone: string;
  /** A moment on the incident's day: what a time without a date means. Unix milliseconds. */
  anchorMs: () => number;
  canWrite: boolean;
  /** Zones that are only read here while the facilitator has locked them; none for those who run the meeting. */
  locked: LockedZones;
  /** The same at this moment, for what was begun under another lock. */
  lockedNow: () => LockedZones;
  /** Author of what is written now. */
  by: () => Author;
  select(id: CardId | null): void;
  /** Takes a card to those that are selected, or out of them. It becomes the one that keys and tools are about. */
  pick(id: CardId): void;
  /** Selects these and no others. */
  selectAll(ids: readonly CardId[]): void;
  /** Everything that is selected. */
  picked(): readonly CardId[];
}

export interface BoardSessionOptions {
  doc: Y.Doc;
  awareness: Awareness;
  zone: string;
  startedAt: number | null;
  canWrite: boolean;
  locked?: LockedZones;
  /** What is shown instead of the document: a board as it was. */
  view?: BoardView;
  me: { participantId: ParticipantId; name: string };
}

interface OpenedSession extends BoardSession {
  /** From now on these are locked. */
  lock(zones: LockedZones): void;
  close(): void;
}

export const openBoardSession = (options: BoardSessionOptions): OpenedSession => {
  const { doc, zone, startedAt, me } = options;
  const view = options.view ?? openView(doc);
  const writer = openWriter(doc);
  const presence = openPresence(options.awareness);
  const ui = createStore<BoardUi>({
    selected: null,
    also: nothingMore,
    editing: null,
    panel: null,
    composing: null,
    stops: {},
    lit: nothingLit,
    naming: null,
    lifted: null,
    wanted: null,
    added: null,
    drop: null,
    taken: [],
    marks: new Map(),
    larger: 1,
    votes: null,
  });
  const stop = view.subscribe(() => {
    const { selected, also, editing, panel, stops } = ui.get();
    const gone = (id: CardId | null): boolean => id !== null && view.card(id) === undefined;
    ui.set({
      ...(gone(selected) ? { selected: null } : {}),
      ...(also.some(gone) ? { also: also.filter((id) => !gone(id)) } : {}),
      ...(gone(editing) ? { editing: null } : {}),
      ...(gone(panel?.card ?? null) ? { panel: null } : {}),
      ...(Object.values(stops).some(gone)
        ? { stops: Object.fromEntries(Object.entries(stops).filter(([, id]) => !gone(id))) }
        : {}),
    });
    if (selected !== null) ui.set({ lit: litBy(view.links(), gone(selected) ? null : selected) });
  });
  const choose = (id: CardId | null, also: readonly CardId[]): void => {
    const card = id === null ? undefined : view.card(id);
    const { stops } = ui.get();
    ui.set({
      selected: card?.id ?? null,
      also: also.length === 0 ? nothingMore : also,
      lit: litBy(view.links(), card?.id ?? null),
      ...(card ? { stops: { ...stops, [zoneOfKind[card.kind]]: card.id } } : {}),
    });
    presence.tell({ card: card?.id ?? null });
  };
  let lockedZones = options.locked ?? nothingLocked;
  const picked = (): readonly CardId[] => {
    const { selected, also } = ui.get();
    return selected === null ? also : [...also, selected];
  };
  return {
    doc,
    view,
    writer,
    presence,
    ui,
    canvas: createCanvas(),
    zone,
    anchorMs: () => startedAt ?? view.list('event').find((event) => event.at !== null)?.at ?? Date.now(),
    canWrite: options.canWrite,
    locked: lockedZones,
    lockedNow: () => lockedZones,
    lock: (zones) => {
      lockedZones = zones;
    },
    by: () => ({ author: { id: me.participantId, name: me.name }, nowMs: Date.now() }),
    // The focus that comes to the card which is selected already leaves the others as they are.
    select: (id) => choose(id, id !== null && id === ui.get().selected ? ui.get().also : nothingMore),
    pick: (id) => {
      const others = picked().filter((one) => one !== id);
      if (others.length === picked().length) choose(id, others);
      else choose(others.at(-1) ?? null, others.slice(0, -1));
    },
    selectAll: (ids) => choose(ids.at(-1) ?? null, ids.slice(0, -1)),
    picked,
    close: () => {
      stop();
      view.destroy();
      presence.destroy();
      writer.undo.destroy();
    },
  };
};

const nothingMore: readonly CardId[] = [];
const nothingLocked: LockedZones = new Set();

const SessionContext = createContext<BoardSession | null>(null);

export const BoardSessionProvider = ({ session, children }: { session: BoardSession; children: ReactNode }) => (
  <SessionContext value={session}>{children}</SessionContext>
);

export const useSession = (): BoardSession => {
  const session = use(SessionContext);
  if (session === null) throw new Error('a board component needs a BoardSessionProvider around it');
  return session;
};

/**
 * Opens a session for as long as the component is mounted and its options are the same. Only whether one may write can
 * change within a session: what is half written, and what can be taken back, outlives a while in which nothing is saved.
 */
export const useBoardSession = (options: BoardSessionOptions | null): BoardSession | null => {
  const { doc, awareness, zone, startedAt, canWrite = false, locked = nothingLocked, me } = options ?? {};
  const { participantId, name } = me ?? {};
  const [opened, setOpened] = useState<OpenedSession | null>(null);
  useEffect(() => {
    if (!doc || !awareness || zone === undefined || !participantId || name === undefined) return;
    const session = openBoardSession({
      doc,
      awareness,
      zone,
      startedAt: startedAt ?? null,
      canWrite: false,
      me: { participantId, name },
    });
    setOpened(session);
    return () => {
      setOpened(null);
      session.close();
    };
  }, [doc, awareness, zone, startedAt, participantId, name]);
  useEffect(() => {
    if (!canWrite) opened?.ui.set({ editing: null, panel: null, lifted: null, drop: null });
  }, [opened, canWrite]);
  useEffect(() => {
    opened?.lock(locked);
    if (opened === null || locked.size === 0) return;
    const { editing, panel, lifted } = opened.ui.get();
    const isLocked = (id: CardId | null | undefined): boolean => {
      const card = id == null ? undefined : opened.view.card(id);
      return card !== undefined && locked.has(zoneOfKind[card.kind]);
    };
    if ([editing, panel?.card, ...(lifted ?? [])].some(isLocked))
      opened.ui.set({ editing: null, panel: null, lifted: null, drop: null });
  }, [opened, locked]);
  return useMemo(() => opened && { ...opened, canWrite, locked }, [opened, canWrite, locked]);
};

/** Around a zone: where it is locked, everything in it that asks whether one may write hears no. */
export const InZone = ({ zone, children }: { zone: BoardZone; children: ReactNode }) => {
  const session = useSession();
  const within = useMemo(
    () => (session.canWrite && session.locked.has(zone) ? { ...session, canWrite: false } : session),
    [session, zone],
  );
  return <SessionContext value={within}>{children}</SessionContext>;
};

export const useUi = <Part,>(select: (ui: BoardUi) => Part): Part => useStore(useSession().ui, select);

export const useCard = (id: CardId): Card | undefined => {
  const { view } = useSession();
  return useSyncExternalStore(view.subscribe, () => view.card(id));
};

export const useCards = <Kind extends CardKind>(kind: Kind): readonly CardOf<Kind>[] => {
  const { view } = useSession();
  return useSyncExternalStore(view.subscribe, () => view.list(kind));
};

/**
 * Cards of a kind, the same array for as long as no card came, went or changed in what `structure` tells.
 * For layouts: a letter typed in one card lays nothing out anew.
 */
export const useStructure = <Kind extends CardKind>(
  kind: Kind,
  structure: (card: CardOf<Kind>) => string,
): readonly CardOf<Kind>[] => {
  const { view } = useSession();
  const kept = useRef<{ source: unknown; signature: string; list: readonly CardOf<Kind>[] } | null>(null);
  return useSyncExternalStore(view.subscribe, () => {
    const list = view.list(kind);
    if (kept.current?.source === list) return kept.current.list;
    const signature = list.map((card) => `${card.id} ${structure(card)}`).join('\n');
    kept.current = {
      source: list,
      signature,
      list: kept.current?.signature === signature ? kept.current.list : list,
    };
    return kept.current.list;
  });
};

export const useColumns = (): readonly Column[] => {
  const { view } = useSession();
  return useSyncExternalStore(view.subscribe, view.columns);
};

export const useThemes = (): readonly Theme[] => {
  const { view } = useSession();
  return useSyncExternalStore(view.subscribe, view.themes);
};

export const useLinks = (): readonly Link[] => {
  const { view } = useSession();
  return useSyncExternalStore(view.subscribe, view.links);
};

export const useVisitors = (id: CardId): readonly Visitor[] => {
  const { presence } = useSession();
  return useSyncExternalStore(presence.subscribe, () => presence.at(id));
};

export const useWriters = (group: GroupKey): readonly Visitor[] => {
  const { presence } = useSession();
  return useSyncExternalStore(presence.subscribe, () => presence.writingIn(group));
};
