// What somebody wrote in changes of a board, in words: for a quarantine that people can read. Pure; never throws on what it
// finds in a document. Rule: live/SPEC Q8.
import { meaningNames } from '@hearth/board/cards';
import { boardOf } from '@hearth/board/document';
import { readCard, readColumn, readLink } from '@hearth/board/read';
import * as Y from 'yjs';
import { kinds } from '../design/kinds.ts';
import type { PendingUpdate } from '../live/pending-store.ts';
import type { Passage } from '../live/quarantine.ts';

/** Letters that were written in one go, from clock `clock` of a client on. */
interface Run {
  client: number;
  clock: number;
  text: string;
}

/** Any shared type; only which one it is matters here. */
type AnyType = Y.Map<unknown> | Y.Text | Y.XmlFragment | Y.AbstractType<unknown>;
type DeleteSet = Parameters<typeof Y.isDeleted>[0];

/** @param doc  a copy in which the changes are. */
export const readPassages = (doc: Y.Doc, changes: readonly Pick<PendingUpdate, 'update'>[]): Passage[] => {
  const decoded = changes.map(({ update }) => Y.decodeUpdate(update));
  const takenBack = Y.mergeDeleteSets(decoded.map(({ ds }) => ds));
  const places = placesOf(doc);
  const passages = new Passages();
  const runs: Run[] = [];
  for (const struct of decoded.flatMap(({ structs }) => structs)) {
    if (!(struct instanceof Y.Item) || Y.isDeleted(takenBack, struct.id)) continue;
    const { id, content } = struct;
    if (content instanceof Y.ContentString) runs.push(runOf(id, content.str, takenBack));
    else {
      // An update names the field only where nothing stood in it before; the document knows it always.
      const { type, key } = whereIs(doc, id);
      const place = places.get(type);
      const words = place && key !== null ? place.field(key, content.getContent().at(-1)) : null;
      if (place && words !== null) passages.add(place, key, words);
    }
  }
  for (const [type, written] of Map.groupBy(runs, (run) => whereIs(doc, run).type)) {
    const words = type ? inReadingOrder(type, written) : written;
    const text = words.map((run) => run.text).join('');
    passages.add(places.get(type) ?? gone, type, text.replaceAll(deletedLetter, ''));
  }
  return passages.list();
};

/** Deleted letters become a mark of their own, so that clocks and letters stay side by side. */
const deletedLetter = '\u0000';

const runOf = ({ client, clock }: Y.ID, text: string, deletes: DeleteSet): Run => {
  if (!deletes.clients.has(client)) return { client, clock, text };
  const letters = Array.from({ length: text.length }, (_, index) =>
    Y.isDeleted(deletes, Y.createID(client, clock + index)) ? deletedLetter : text.charAt(index),
  );
  return { client, clock, text: letters.join('') };
};

interface Whereabouts {
  /** The shared type that a struct is in; null if it is there no more, or never came. */
  type: AnyType | null;
  /** Of a map. */
  key: string | null;
}

const nowhere: Whereabouts = { type: null, key: null };

const whereIs = (doc: Y.Doc, { client, clock }: { client: number; clock: number }): Whereabouts => {
  if (clock >= Y.getState(doc.store, client)) return nowhere;
  const item: unknown = Y.getItem(doc.store, Y.createID(client, clock));
  if (!(item instanceof Y.Item) || !(item.parent instanceof Y.AbstractType)) return nowhere;
  return { type: item.parent as AnyType, key: item.parentSub };
};

/** Puts what was written into the order in which it stands in the text; what others wrote between is left out. */
const inReadingOrder = (type: AnyType, runs: readonly Run[]): Run[] => {
  const byClient = Map.groupBy(runs, ({ client }) => client);
  const ordered: Run[] = [];
  let apart = false;
  for (const item of Y.getTypeChildren(type as Y.AbstractType<unknown>)) {
    const pieces = piecesOf(item, byClient.get(item.id.client) ?? []);
    if (pieces.length === 0) {
      apart ||= ordered.length > 0 && !item.deleted && item.countable;
      continue;
    }
    if (apart) ordered.push({ client: 0, clock: 0, text: ' … ' });
    apart = false;
    ordered.push(...pieces);
  }
  return ordered;
};

/** The parts of runs that one item of the text holds. */
const piecesOf = ({ id, length }: Y.Item, runs: readonly Run[]): Run[] =>
  runs
    .flatMap(({ client, clock, text }) => {
      const from = Math.max(clock, id.clock);
      const to = Math.min(clock + text.length, id.clock + length);
      return from < to ? [{ client, clock: from, text: text.slice(from - clock, to - clock) }] : [];
    })
    .sort((one, other) => one.clock - other.clock);

/** Collects words, place by place, in the order in which the places were first written in. */
class Passages {
  readonly #places = new Map<Place, Map<unknown, string>>();

  /** @param line  what is written there again takes the place of what was. */
  add(place: Place, line: unknown, text: string): void {
    const lines = this.#places.get(place) ?? new Map<unknown, string>();
    this.#places.set(place, lines.set(line, text));
  }

  list(): Passage[] {
    return [...this.#places].flatMap(([{ name, words }, lines]) => {
      const text = [...lines.values()].filter((line) => line.trim() !== '').join('\n');
      // A card that is new as a whole needs no title that repeats it.
      return text === ''
        ? []
        : [{ place: words === undefined || words === text ? name : `${name} “${shortened(words)}”`, text }];
    });
  }
}

interface Place {
  name: string;
  /** All words that stand there, where that tells one place from another. */
  words?: string;
  /** Words of a field that was set there; null for what only the program reads. */
  field: (key: string, value: unknown) => string | null;
}

const gone: Place = { name: 'In a place that is there no more', field: () => null };

/** The shared types of a board that people write in. */
const placesOf = (doc: Y.Doc): Map<AnyType | null, Place> => {
  const board = boardOf(doc);
  const places = new Map<AnyType | null, Place>();
  const wordsOfCard = (id: string): string => shortened(readCard(id, board.cards.get(id))?.text ?? 'a card');
  for (const [id, card] of board.cards) {
    const read = readCard(id, card);
    if (!read || !(card instanceof Y.Map)) continue;
    const place = { name: kinds[read.kind].name, words: read.text, field: fieldWords };
    places.set(card, place);
    const text: unknown = card.get('text');
    if (text instanceof Y.Text) places.set(text, place);
  }
  for (const [id, column] of board.columns) {
    const words = readColumn(id, column)?.name ?? '';
    if (column instanceof Y.Map) places.set(column, { name: 'Column', words, field: fieldWords });
  }
  places.set(board.links, {
    name: 'Links',
    field: (id, value) => {
      const link = readLink(id, value);
      return link && `“${wordsOfCard(link.from)}” ${meaningNames[link.meaning]} “${wordsOfCard(link.to)}”`;
    },
  });
  // A place of its own for each: two comments are two passages.
  for (const comment of board.comments.values()) if (comment instanceof Y.Map) places.set(comment, { ...commentPlace });
  addNarrative(board.narrative, places);
  return places;
};

const commentPlace: Place = {
  name: 'Comment',
  field: (key, value) => (key === 'text' && typeof value === 'string' ? value : null),
};

/** A citation inside the narrative names its card. */
const narrative: Place = {
  name: 'Narrative',
  field: (key, value) => (key === 'label' && typeof value === 'string' ? value : null),
};

const addNarrative = (parent: Y.XmlFragment, places: Map<AnyType | null, Place>): void => {
  places.set(parent, narrative);
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlFragment) addNarrative(child, places);
    else places.set(child, narrative);
  }
};

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words);

const fieldNames: Record<string, string> = {
  name: 'Name',
  role: 'Role',
  lane: 'Lane',
  evidence: 'Evidence',
  at: 'Time',
};

/** What people typed or chose, not where a card stands or who made it. */
const fieldWords = (key: string, value: unknown): string | null => {
  const name = fieldNames[key];
  if (name === undefined || value === null || value === '') return null;
  if (key === 'at') return typeof value === 'number' ? `${name}: ${timeWords(value)}` : null;
  if (typeof value === 'string') return `${name}: ${value}`;
  const addresses = Array.isArray(value) ? value.map((one) => addressOf(one)).filter(Boolean) : [];
  return addresses.length > 0 ? `${name}: ${addresses.join(', ')}` : null;
};

const addressOf = (evidence: unknown): string =>
  typeof evidence === 'object' && evidence !== null && 'url' in evidence && typeof evidence.url === 'string'
    ? evidence.url
    : '';

const timeWords = (ms: number): string => {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
};
