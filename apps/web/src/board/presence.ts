// Who is at which card, and where pointers are: what others' browsers tell through awareness, and what mine tells.
import type { CardId, ParticipantId } from '@hearth/review/ids';
import { isId } from '@hearth/review/ids';
import { listed } from '@hearth/review/time/words';
import type { BoardZone } from '@hearth/board/zones';
import { boardZones } from '@hearth/board/zones';
import type { Awareness } from 'y-protocols/awareness';
import { isolated } from '../design/isolated.ts';
import type { GroupKey } from './groups.ts';

const doings = ['looking', 'editing', 'moving'] as const;
export type Doing = (typeof doings)[number];

/** Somebody else at a card, or writing a new one. */
export interface Visitor {
  clientId: number;
  name: string;
  doing: Doing;
}

/** A place in a zone, in shares of its width and height. */
export interface Pointer {
  zone: BoardZone;
  x: number;
  y: number;
}

export interface RemotePointer extends Pointer {
  clientId: number;
  name: string;
}

export interface Presence {
  /** The same array until it changes. */
  at(card: CardId): readonly Visitor[];
  /** Who writes a new card in a group. */
  writingIn(group: GroupKey): readonly Visitor[];
  /** Everybody else whose browser is connected, by participant where known. */
  others(): readonly { clientId: number; participantId: ParticipantId | null; name: string }[];
  /** Who writes just now; the same set until it changes. */
  busy(): ReadonlySet<ParticipantId>;
  subscribe(listener: () => void): () => void;
  /** Called for each pointer that moved or went away. */
  onPointer(listener: (clientId: number, pointer: RemotePointer | null) => void): () => void;
  /** Cards in somebody's hand, the one under it first; none for most people at most times. */
  carriedBy(clientId: number): readonly CardId[];
  tell(change: Partial<Telling>): void;
  point(pointer: Pointer | null): void;
  /** Shows no pointer, neither theirs here nor mine there, and nobody who only looks. Who writes is told all the same. */
  quiet(quiet: boolean): void;
  destroy(): void;
}

interface Telling {
  card: CardId | null;
  doing: Doing;
  writing: GroupKey | null;
  /** Cards in my hand. */
  carries: readonly CardId[];
}

/** So many of those in a hand are shown to the others. */
const mostCarried = 40;

/** Fields of the awareness state; `user` is shared with the narrative's carets. */
interface Told {
  user?: unknown;
  board?: unknown;
  pointer?: unknown;
}

const nobody: readonly Visitor[] = [];
const nothing: readonly CardId[] = [];

export const openPresence = (awareness: Awareness): Presence => {
  let byCard = new Map<string, readonly Visitor[]>();
  let byGroup = new Map<string, readonly Visitor[]>();
  let others: readonly { clientId: number; participantId: ParticipantId | null; name: string }[] = [];
  let busy: ReadonlySet<ParticipantId> = new Set();
  let signature = '';
  const listeners = new Set<() => void>();
  const pointerListeners = new Set<(clientId: number, pointer: RemotePointer | null) => void>();
  const pointers = new Map<number, string>();
  let mine: Telling = { card: null, doing: 'looking', writing: null, carries: nothing };
  let carried = new Map<number, readonly CardId[]>();
  let quiet = false;

  const read = (): void => {
    const people: typeof others = [...(awareness.getStates() as Map<number, Told>)].flatMap(([clientId, state]) =>
      clientId === awareness.clientID ? [] : [{ clientId, ...userOf(state.user) }],
    );
    const cards = new Map<string, Visitor[]>();
    const groups = new Map<string, Visitor[]>();
    const hands = new Map<number, readonly CardId[]>();
    const writers = new Set<ParticipantId>();
    for (const { clientId, name, participantId } of people) {
      const board = (awareness.getStates().get(clientId) as Told | undefined)?.board;
      if (!isRecord(board)) continue;
      const doing = doings.find((known) => known === board['doing']) ?? 'looking';
      if (participantId && (doing === 'editing' || typeof board['writing'] === 'string')) writers.add(participantId);
      const carries =
        doing === 'moving' && Array.isArray(board['carries']) ? board['carries'].slice(0, mostCarried) : [];
      const inHand = [...new Set(carries.filter(isId))] as CardId[];
      if (inHand.length > 0) hands.set(clientId, inHand);
      for (const id of new Set([...inHand, ...(isId(board['card']) ? [board['card']] : [])]))
        if (!quiet || doing !== 'looking') append(cards, id, { clientId, name, doing });
      if (typeof board['writing'] === 'string') append(groups, board['writing'], { clientId, name, doing: 'editing' });
    }
    const next = JSON.stringify([people, [...cards], [...groups], [...hands]]);
    if (next === signature) return;
    signature = next;
    byCard = keepSame(byCard, cards);
    byGroup = keepSame(byGroup, groups);
    others = people;
    if (busy.size !== writers.size || [...writers].some((id) => !busy.has(id))) busy = writers;
    carried = hands;
    for (const listener of listeners) listener();
  };

  const onChange = ({ added, updated, removed }: { added: number[]; updated: number[]; removed: number[] }): void => {
    read();
    for (const clientId of [...added, ...updated, ...removed]) {
      if (clientId === awareness.clientID) continue;
      const state = awareness.getStates().get(clientId) as Told | undefined;
      const pointer = quiet ? null : pointerOf(state?.pointer);
      const told = JSON.stringify(pointer);
      if ((pointers.get(clientId) ?? 'null') === told) continue;
      pointers.set(clientId, told);
      const { name } = userOf(state?.user);
      for (const listener of pointerListeners) listener(clientId, pointer && { ...pointer, clientId, name });
    }
  };

  const tellMine = (): void =>
    awareness.setLocalStateField('board', quiet && mine.doing === 'looking' ? { ...mine, card: null } : mine);

  awareness.on('change', onChange);
  read();

  return {
    at: (card) => byCard.get(card) ?? nobody,
    writingIn: (group) => byGroup.get(group) ?? nobody,
    others: () => others,
    busy: () => busy,
    carriedBy: (clientId) => carried.get(clientId) ?? nothing,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onPointer: (listener) => {
      pointerListeners.add(listener);
      return () => pointerListeners.delete(listener);
    },
    tell: (change) => {
      const next = { ...mine, ...change, carries: (change.carries ?? mine.carries).slice(0, mostCarried) };
      if (
        next.card === mine.card &&
        next.doing === mine.doing &&
        next.writing === mine.writing &&
        next.carries.length === 0 &&
        mine.carries.length === 0
      )
        return;
      mine = next;
      tellMine();
    },
    point: (pointer) => {
      if (!quiet) awareness.setLocalStateField('pointer', pointer);
    },
    quiet: (on) => {
      if (on === quiet) return;
      if (on) awareness.setLocalStateField('pointer', null);
      quiet = on;
      tellMine();
      read();
      onChange({ added: [], updated: [...awareness.getStates().keys()], removed: [] });
    },
    destroy: () => {
      awareness.off('change', onChange);
      listeners.clear();
      pointerListeners.clear();
    },
  };
};

/** "Tomasz is writing", "Tomasz and Dele are here"; empty for nobody. */
export const visitorWords = (visitors: readonly Visitor[]): string => {
  const busy = visitors.filter((visitor) => visitor.doing !== 'looking');
  const shown = busy.length > 0 ? busy : visitors;
  if (shown.length === 0) return '';
  const names = shown.map((visitor) => isolated(firstName(visitor.name)));
  const verb = names.length === 1 ? 'is' : 'are';
  const doing = { looking: 'here', editing: 'writing', moving: 'moving this' }[shown[0]?.doing ?? 'looking'];
  return `${listed(names)} ${verb} ${doing}`;
};

export const firstName = (name: string): string => name.trim().split(/\s+/, 1)[0] ?? name;

const append = (map: Map<string, Visitor[]>, key: string, visitor: Visitor): void => {
  const list = map.get(key);
  if (list) list.push(visitor);
  else map.set(key, [visitor]);
};

const keepSame = (
  before: ReadonlyMap<string, readonly Visitor[]>,
  after: ReadonlyMap<string, readonly Visitor[]>,
): Map<string, readonly Visitor[]> =>
  new Map(
    [...after].map(([key, list]) => {
      const old = before.get(key);
      return [key, old && JSON.stringify(old) === JSON.stringify(list) ? old : list];
    }),
  );

const userOf = (user: unknown): { participantId: ParticipantId | null; name: string } => {
  const record = isRecord(user) ? user : {};
  const name = typeof record['name'] === 'string' && record['name'] !== '' ? record['name'].slice(0, 80) : 'Somebody';
  const id = record['participantId'] ?? record['id'];
  return { participantId: isId(id) ? (id as ParticipantId) : null, name };
};

const pointerOf = (pointer: unknown): Pointer | null => {
  if (!isRecord(pointer)) return null;
  const zone = boardZones.find((known) => known === pointer['zone']);
  const { x, y } = pointer;
  if (!zone || typeof x !== 'number' || typeof y !== 'number' || !(x >= 0 && x <= 1 && y >= 0 && y <= 1)) return null;
  return { zone, x, y };
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
