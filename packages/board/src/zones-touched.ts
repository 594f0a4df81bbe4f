// Which zones of the board an update would change, told without applying it. Whatever can't be told apart counts as
// touched. What is said about cards (comments, reactions) is of no zone: one may always talk. Pure. SPEC Z1–Z7.
import { isId } from '@hearth/review/ids';
import type { Zone } from '@hearth/review/templates/template';
import * as Y from 'yjs';
import type { CardKind } from './cards.ts';
import { boardOf, type BoardDocument } from './document.ts';
import { reactionField, readKind, readLink } from './read.ts';
import { agendaZoneOf, zoneOfKind } from './zones.ts';

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
type Stored = Y.Item | Y.GC;
type Ranges = ReadonlyMap<number, readonly { clock: number; len: number }[]>;

/** Where a struct stands: below which root, at which of its keys, and at which key of what lies there. */
interface Place {
  root: string;
  /** null: in a sequence. */
  key: string | null;
  /** undefined: it is the root's entry itself. */
  field: string | null | undefined;
  /** It stands inside what lies at the field. */
  deeper: boolean;
}

const inside = (place: Place, key: string | null): Place =>
  place.field === undefined ? { ...place, field: key } : { ...place, deeper: true };

/** Finds the places of a document's structs: up to the root, each step once. */
class StoredPlaces {
  readonly #found = new Map<Y.Item, Place>();

  /** null: in something that is forgotten, or in nothing. */
  of(struct: Stored): Place | null {
    if (!(struct instanceof Y.Item)) return null;
    const within: Y.Item[] = [];
    let item: Y.Item = struct;
    let place = this.#found.get(item);
    while (!place) {
      const { parent, parentSub } = item;
      if (!(parent instanceof Y.AbstractType)) return null;
      const { _item: holder } = parent;
      if (holder === null) {
        place = { root: Y.findRootTypeKey(parent), key: parentSub, field: undefined, deeper: false };
        this.#found.set(item, place);
      } else {
        within.push(item);
        item = holder;
        place = this.#found.get(item);
      }
    }
    for (const below of within.toReversed()) {
      place = inside(place, below.parentSub);
      this.#found.set(below, place);
    }
    return place;
  }
}

/** Finds the places of an update's structs: by what holds them, or by what they were written next to. */
class Places {
  readonly #doc: Y.Doc;
  readonly #stored: StoredPlaces;
  readonly #structs = new Map<number, Struct[]>();
  /** Of the update's own items. While one is being looked for it is nowhere: so circles end. */
  readonly #found = new Map<Struct, Place | null>();

  constructor(doc: Y.Doc, structs: readonly Struct[], stored: StoredPlaces) {
    this.#doc = doc;
    this.#stored = stored;
    for (const struct of structs) {
      const ofClient = this.#structs.get(struct.id.client);
      if (ofClient) ofClient.push(struct);
      else this.#structs.set(struct.id.client, [struct]);
    }
  }

  /** A row of letters is a long chain: walked, not recursed into. */
  of(struct: Y.Item): Place | null {
    const chain: { item: Y.Item; step: 'beside' | 'inside' }[] = [];
    let place: Place | null = null;
    for (let item: Y.Item | null = struct; item;) {
      const known = this.#found.get(item);
      if (known !== undefined) {
        place = known;
        break;
      }
      this.#found.set(item, null);
      const { parent, parentSub } = item;
      const beside: Y.ID | null = item.origin ?? item.rightOrigin;
      if (beside === null && typeof parent === 'string') {
        place = { root: parent, key: parentSub, field: undefined, deeper: false };
        this.#found.set(item, place);
        break;
      }
      const next: Y.ID | null = beside ?? (parent instanceof Y.ID ? parent : null);
      if (next === null) break;
      chain.push({ item, step: beside ? 'beside' : 'inside' });
      if (next.clock < Y.getState(this.#doc.store, next.client)) {
        const stored = Y.getItem(this.#doc.store, next) as Stored;
        // Nothing can be put into what was deleted.
        place = beside || holdsType(stored) ? this.#stored.of(stored) : null;
        break;
      }
      item = this.#own(next);
    }
    for (const { item, step } of chain.toReversed()) {
      if (place && step === 'inside') place = inside(place, item.parentSub);
      this.#found.set(item, place);
    }
    return this.#found.get(struct) ?? null;
  }

  #own({ client, clock }: Y.ID): Y.Item | null {
    const structs = this.#structs.get(client) ?? [];
    const [first, last] = [structs[0], structs.at(-1)];
    if (!first || !last || clock < first.id.clock || clock >= last.id.clock + last.length) return null;
    const found = structs[Y.findIndexSS(structs, clock)];
    return found instanceof Y.Item ? found : null;
  }
}

const holdsType = (struct: Stored): boolean => struct instanceof Y.Item && struct.content instanceof Y.ContentType;

/** What a map reads at the key of an item. */
const valueOf = ({ content }: Y.Item): unknown => content.getContent().at(-1);

/** Gathers what is touched; the zones of cards are told at the end, when all that is said of their kinds is known. */
class Touched {
  readonly #board: BoardDocument;
  readonly #zones = new Set<Zone>();
  readonly #cards = new Set<string>();
  readonly #kinds = new Map<string, Set<CardKind>>();

  constructor(doc: Y.Doc) {
    this.#board = boardOf(doc);
  }

  note(place: Place, item: Y.Item): void {
    const { root, key } = place;
    if (root === 'narrative') this.#zones.add('narrative');
    // Nobody reads a sequence there.
    if (key === null) return;
    switch (root) {
      case 'columns':
        this.#zones.add('perspectives');
        return;
      case 'themes':
      case 'declined':
        this.#zones.add('factors');
        return;
      case 'links':
        this.#noteEnds(key, this.#board.links.get(key));
        if (place.field === undefined) this.#noteEnds(key, valueOf(item));
        return;
      case 'cards':
        this.#noteCard(key, place, item);
    }
  }

  #noteCard(key: string, { field, deeper }: Place, item: Y.Item): void {
    if (field?.startsWith(reactionField)) return;
    this.#cards.add(key);
    const kind = field === 'kind' && !deeper ? readKind(valueOf(item)) : null;
    if (kind === null) return;
    const kinds = this.#kinds.get(key) ?? new Set();
    this.#kinds.set(key, kinds.add(kind));
  }

  #noteEnds(key: string, value: unknown): void {
    const link = readLink(key, value);
    for (const end of link ? [link.from, link.to] : []) this.#cards.add(end);
  }

  zones(): ReadonlySet<Zone> {
    for (const id of this.#cards) {
      if (!isId(id)) continue;
      const card = this.#board.cards.get(id);
      const before = card instanceof Y.Map ? readKind(card.get('kind')) : null;
      for (const kind of [...(before ? [before] : []), ...(this.#kinds.get(id) ?? [])])
        this.#zones.add(agendaZoneOf(zoneOfKind[kind]));
    }
    return this.#zones;
  }
}

/** Items of a document within ranges, whether deleted or not, each once however often it is named. */
function* itemsWithin(doc: Y.Doc, ranges: Ranges): Generator<Y.Item> {
  for (const [client, ofClient] of ranges) {
    const structs = doc.store.clients.get(client) ?? [];
    const known = Y.getState(doc.store, client);
    let reached = 0;
    for (const { clock, len } of ofClient.toSorted((one, other) => one.clock - other.clock)) {
      const from = Math.max(clock, reached);
      if (from >= known || clock + len <= reached) continue;
      for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
        const struct = structs[index];
        if (!struct || struct.id.clock >= clock + len) break;
        reached = struct.id.clock + struct.length;
        if (struct instanceof Y.Item) yield struct;
      }
    }
  }
}

/**
 * @param doc  holds everything before the update.
 * @param update  V1, well-formed, nothing missing before it.
 * @returns zones of the agenda: actions count as learnings.
 * @throws what Yjs throws, if it can't read the update.
 */
export const zonesTouched = (doc: Y.Doc, update: Uint8Array): ReadonlySet<Zone> => {
  const touched = new Touched(doc);
  const { structs, ds } = Y.decodeUpdate(update);
  const stored = new StoredPlaces();
  const places = new Places(doc, structs, stored);
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const { client, clock } = struct.id;
    const place = clock + struct.length > Y.getState(doc.store, client) ? places.of(struct) : null;
    if (place) touched.note(place, struct);
  }
  for (const item of itemsWithin(doc, ds.clients)) {
    const place = item.deleted ? null : stored.of(item);
    if (place) touched.note(place, item);
  }
  return touched.zones();
};

/** The same of what a step of undo or redo would take back, and bring back. @param ranges  of the document's items. */
export const zonesOfRanges = (doc: Y.Doc, ranges: readonly { clients: Ranges }[]): ReadonlySet<Zone> => {
  const touched = new Touched(doc);
  const stored = new StoredPlaces();
  for (const { clients } of ranges)
    for (const item of itemsWithin(doc, clients)) {
      const place = stored.of(item);
      if (place) touched.note(place, item);
    }
  return touched.zones();
};
