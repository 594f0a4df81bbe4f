// Many moments of one board, packed: what does not change from one to the next is told once. Unpacked, whatever is the same
// in two moments is the same object, so that a screen which goes from one to the other renders what changed. Pure. SPEC H11.
import type { Card, Column, Link, Theme } from './cards.ts';
import type { NarrativeNode } from './narrative.ts';
import type { Thread } from './comments.ts';
import { compareRanked } from './order.ts';
import type { BoardSnapshot } from './snapshot.ts';

/** One moment, as what is another than in the moment before. Numbers are places in the lists of `PackedFrames`. */
interface PackedFrame {
  put?: number[];
  gone?: string[];
  links?: number[];
  columns?: number[];
  themes?: number[];
  narrative?: number[];
  comments?: number[];
}

/** Plain JSON. */
export interface PackedFrames {
  format: number;
  cards: Card[];
  links: Link[];
  columns: Column[];
  themes: Theme[];
  /** Blocks of the narrative. */
  blocks: NarrativeNode[];
  comments: Thread[];
  frames: PackedFrame[];
}

export interface Packer {
  add(snapshot: BoardSnapshot): void;
  /** What was added, in order. */
  packed(): PackedFrames;
}

/** Quickest where unchanged cards and lists are the same objects as in the snapshot before. */
export const openPacker = (): Packer => {
  const cards = openPool<Card>();
  const links = openPool<Link>();
  const columns = openPool<Column>();
  const themes = openPool<Theme>();
  const blocks = openPool<NarrativeNode>();
  const comments = openPool<Thread>();
  const frames: PackedFrame[] = [];
  let shown = new Map<string, { card: Card; place: number }>();
  let last: BoardSnapshot | null = null;
  let lastKeys = { links: '', columns: '', themes: '', narrative: '', comments: '' };

  const packCards = (list: readonly Card[]): Pick<PackedFrame, 'put' | 'gone'> => {
    const put: number[] = [];
    const now = new Map<string, { card: Card; place: number }>();
    for (const card of list) {
      const before = shown.get(card.id);
      const place = before?.card === card ? before.place : cards.placeOf(card);
      if (place !== before?.place) put.push(place);
      now.set(card.id, { card, place });
    }
    const gone = [...shown.keys()].filter((id) => !now.has(id));
    shown = now;
    return { ...(put.length > 0 ? { put } : {}), ...(gone.length > 0 ? { gone } : {}) };
  };

  return {
    add: (snapshot) => {
      const frame: PackedFrame = last?.cards === snapshot.cards ? {} : packCards(snapshot.cards);
      const lists = {
        links: last?.links === snapshot.links ? null : snapshot.links.map(links.placeOf),
        columns: last?.columns === snapshot.columns ? null : snapshot.columns.map(columns.placeOf),
        themes: last?.themes === snapshot.themes ? null : snapshot.themes.map(themes.placeOf),
        narrative:
          last?.narrative === snapshot.narrative ? null : (snapshot.narrative.content ?? []).map(blocks.placeOf),
        comments: last?.comments === snapshot.comments ? null : snapshot.comments.map(comments.placeOf),
      };
      const keys = { ...lastKeys };
      for (const name of ['links', 'columns', 'themes', 'narrative', 'comments'] as const) {
        const places = lists[name];
        if (places === null) continue;
        keys[name] = places.join(' ');
        if (keys[name] !== lastKeys[name]) frame[name] = places;
      }
      lastKeys = keys;
      last = snapshot;
      frames.push(frame);
    },
    packed: () => ({
      format: last?.format ?? 1,
      cards: cards.all,
      links: links.all,
      columns: columns.all,
      themes: themes.all,
      blocks: blocks.all,
      comments: comments.all,
      frames,
    }),
  };
};

const openPool = <Thing>(): { all: Thing[]; placeOf: (thing: Thing) => number } => {
  const all: Thing[] = [];
  const places = new Map<string, number>();
  return {
    all,
    placeOf: (thing) => {
      const key = JSON.stringify(thing);
      let place = places.get(key);
      if (place === undefined) {
        place = all.length;
        places.set(key, place);
        all.push(thing);
      }
      return place;
    },
  };
};

/** @throws RangeError  if a place is named that is not there: then it was never packed here. */
export const unpackFrames = (packed: PackedFrames): BoardSnapshot[] => {
  const take = <Thing>(pool: readonly Thing[], place: number): Thing => {
    const thing = pool[place];
    if (thing === undefined) throw new RangeError('these frames name something that they do not hold');
    return thing;
  };
  const cards = new Map<string, Card>();
  let now: BoardSnapshot = {
    format: packed.format,
    cards: [],
    links: [],
    columns: [],
    themes: [],
    narrative: { type: 'doc', content: [] },
    comments: [],
  };
  return packed.frames.map((frame) => {
    for (const id of frame.gone ?? []) cards.delete(id);
    for (const place of frame.put ?? []) {
      const card = take(packed.cards, place);
      cards.set(card.id, card);
    }
    now = {
      ...now,
      ...(frame.put || frame.gone ? { cards: [...cards.values()].toSorted(compareRanked) } : {}),
      ...(frame.links ? { links: frame.links.map((place) => take(packed.links, place)) } : {}),
      ...(frame.columns ? { columns: frame.columns.map((place) => take(packed.columns, place)) } : {}),
      ...(frame.themes ? { themes: frame.themes.map((place) => take(packed.themes, place)) } : {}),
      ...(frame.narrative
        ? { narrative: { type: 'doc', content: frame.narrative.map((place) => take(packed.blocks, place)) } }
        : {}),
      ...(frame.comments ? { comments: frame.comments.map((place) => take(packed.comments, place)) } : {}),
    };
    return now;
  });
};

/** Whether a value from outside has the form of packed frames. What is inside is trusted: our own server wrote it. */
export const isPackedFrames = (value: unknown): value is PackedFrames => {
  if (typeof value !== 'object' || value === null) return false;
  const lists = ['cards', 'links', 'columns', 'themes', 'blocks', 'comments', 'frames'] as const;
  return lists.every((name) => Array.isArray((value as Record<string, unknown>)[name]));
};
