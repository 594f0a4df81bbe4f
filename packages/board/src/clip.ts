// Cards on their way from one place to another: no ids and no authors, links by place in the list. What is read may come
// from anywhere. Pure. SPEC C1–C6.
import type { CardId, ColumnId, LinkId, ThemeId } from '@hearth/review/ids';
import {
  cardKinds,
  eventKinds,
  factorCategories,
  linkMeanings,
  perspectiveFacets,
  precisions,
  type Card,
  type CardKind,
  type Column,
  type Evidence,
  type Link,
  type LinkMeaning,
  type Theme,
} from './cards.ts';
import type { CardChange, NewCard } from './operations.ts';
import { longestKnown, longestText, longestThemeName } from './read.ts';
import type { BoardView } from './view.ts';

/** A card without its id and author; a perspective names its column, a factor its theme. */
export interface ClipCard extends Omit<CardChange, 'columnId' | 'files' | 'theme'> {
  kind: CardKind;
  text: string;
  column?: string;
  theme?: string;
}

export interface Clip {
  hearth: 'cards';
  cards: readonly ClipCard[];
  /** Ends are places in `cards`. */
  links: readonly { from: number; to: number; meaning: LinkMeaning }[];
}

/** What one paste carries: it is one step, for everybody at once, and one step back. */
export const pasteLimits = { cards: 250, letters: 250_000, links: 300 } as const;

/** @param ids  in the order in which they are to stand. */
export const clipOf = (
  view: Pick<BoardView, 'card' | 'columns' | 'links' | 'themes'>,
  ids: readonly CardId[],
): Clip => {
  const cards = ids.flatMap((id) => view.card(id) ?? []);
  const places = new Map(cards.map((card, place) => [card.id, place]));
  return {
    hearth: 'cards',
    cards: cards.map((card) => clipCard(card, view)),
    links: view.links().flatMap(({ from, to, meaning }) => {
      const ends = [places.get(from), places.get(to)];
      return ends[0] === undefined || ends[1] === undefined ? [] : [{ from: ends[0], to: ends[1], meaning }];
    }),
  };
};

const clipCard = (card: Card, view: Pick<BoardView, 'columns' | 'themes'>): ClipCard => {
  const base = { kind: card.kind, text: card.text, ...(card.evidence.length > 0 ? { evidence: card.evidence } : {}) };
  switch (card.kind) {
    case 'event': {
      const { at, endAt, precision, eventKind, lane, key, knownThen, knownNow } = card;
      return { ...base, at, endAt, precision, eventKind, lane, key, ...known(knownThen, knownNow) };
    }
    case 'perspective':
      return {
        ...base,
        facet: card.facet,
        column: view.columns().find((column) => column.id === card.columnId)?.name ?? '',
      };
    case 'factor':
      return {
        ...base,
        category: card.category,
        ...(card.theme === null ? {} : { theme: view.themes().find((theme) => theme.id === card.theme)?.name ?? '' }),
      };
    case 'action':
      return { ...base, parked: card.parked };
    case 'question':
    case 'learning':
      return base;
  }
};

const known = (knownThen = '', knownNow = ''): Pick<ClipCard, 'knownThen' | 'knownNow'> => ({
  ...(knownThen === '' ? {} : { knownThen }),
  ...(knownNow === '' ? {} : { knownNow }),
});

/** Most cards that are read at all; `pasteLimits` says how many go on a board. */
const mostRead = 5_000;

/** @returns null where it is none. What it holds beyond a clip is left behind: ids, authors, anything else. */
export const readClip = (value: unknown): Clip | null => {
  if (!isRecord(value) || value['hearth'] !== 'cards' || !Array.isArray(value['cards'])) return null;
  const places = new Map<number, number>();
  const cards: ClipCard[] = [];
  for (const [place, one] of value['cards'].slice(0, mostRead).entries()) {
    const card = readClipCard(one);
    if (card === null) continue;
    places.set(place, cards.length);
    cards.push(card);
  }
  if (cards.length === 0) return null;
  const links = Array.isArray(value['links']) ? value['links'].slice(0, mostRead) : [];
  return {
    hearth: 'cards',
    cards,
    links: links.flatMap((link: unknown) => {
      if (!isRecord(link)) return [];
      const from = places.get(Number(link['from']));
      const to = places.get(Number(link['to']));
      if (from === undefined || to === undefined || from === to) return [];
      return [{ from, to, meaning: oneOf(linkMeanings, link['meaning'], 'contributed') }];
    }),
  };
};

const readClipCard = (value: unknown): ClipCard | null => {
  if (!isRecord(value)) return null;
  const kind = oneOf(cardKinds, value['kind'], null);
  if (kind === null) return null;
  const evidence = readEvidence(value['evidence']);
  const base = { kind, text: text(value['text'], longestText), ...(evidence.length > 0 ? { evidence } : {}) };
  switch (kind) {
    case 'event': {
      const at = instant(value['at']);
      const endAt = instant(value['endAt']);
      return {
        ...base,
        at,
        endAt: at !== null && endAt !== null && endAt > at ? endAt : null,
        precision: at === null ? 'unknown' : oneOf(precisions, value['precision'], 'exact'),
        eventKind: oneOf(eventKinds, value['eventKind'], 'action'),
        lane: text(value['lane'], 80),
        key: value['key'] === true,
        ...known(text(value['knownThen'], longestKnown), text(value['knownNow'], longestKnown)),
      };
    }
    case 'perspective':
      return { ...base, facet: oneOf(perspectiveFacets, value['facet'], 'saw'), column: text(value['column'], 80) };
    case 'factor':
      return {
        ...base,
        category: oneOf(factorCategories, value['category'], 'technical'),
        ...(typeof value['theme'] === 'string' ? { theme: text(value['theme'], longestThemeName) } : {}),
      };
    case 'action':
      return { ...base, parked: value['parked'] === true };
    case 'question':
    case 'learning':
      return base;
  }
};

/** Where one is when one pastes: a group of the board, as the screen knows it. */
export interface PastePlace {
  kind: CardKind;
  /** What a card of the kind becomes by standing there. */
  change: CardChange;
}

export interface Pasted {
  cards: readonly NewCard[];
  links: readonly Link[];
  /** Perspectives for which there is no column. */
  left: number;
}

/**
 * The cards of a clip as they come to stand: cards of one kind where one is, becoming what stands there; cards of several
 * kinds or groups keep what they are. Links stay where they still tell a condition and what it explains.
 */
export const cardsOfClip = (
  clip: Clip,
  place: PastePlace | null,
  columns: readonly Column[],
  ids: { card: () => CardId; link: () => LinkId },
  themes: readonly Theme[] = [],
): Pasted => {
  const oneKind = new Set(clip.cards.map((card) => card.kind)).size === 1;
  const oneGroup = new Set(clip.cards.map(groupOf)).size === 1;
  const cards = clip.cards.map((card): NewCard | null => {
    const here = place !== null && oneKind && (card.kind !== place.kind || oneGroup);
    return asCard(card, here ? place.kind : card.kind, here ? place.change : {}, columns, themes, ids.card());
  });
  const links = clip.links.slice(0, pasteLimits.links).flatMap(({ from, to, meaning }) => {
    const [start, end] = [cards[from], cards[to]];
    if (!start || !end || !canLink(start.kind, end.kind, meaning)) return [];
    return [{ id: ids.link(), from: start.id, to: end.id, meaning }];
  });
  const placed = cards.filter((card) => card !== null);
  return { cards: placed, links, left: cards.length - placed.length };
};

/** Whether a link of that meaning still tells something between cards of these kinds. */
const canLink = (from: CardKind, to: CardKind, meaning: LinkMeaning): boolean =>
  meaning === 'saw-differently'
    ? from === 'perspective' && (to === 'perspective' || to === 'event')
    : from === 'factor' && (to === 'factor' || to === 'event');

const groupOf = ({ kind, lane, column, category, theme, parked }: ClipCard): string =>
  JSON.stringify([kind, lane, column, theme ?? category, parked]);

const asCard = (
  card: ClipCard,
  kind: CardKind,
  change: CardChange,
  columns: readonly Column[],
  themes: readonly Theme[],
  id: CardId,
): NewCard | null => {
  const base = { id, text: card.text, ...(card.evidence ? { evidence: card.evidence } : {}) };
  switch (kind) {
    case 'event':
      return {
        ...base,
        kind,
        at: card.at ?? null,
        endAt: card.endAt ?? null,
        precision: card.precision ?? 'unknown',
        eventKind: card.eventKind ?? 'action',
        lane: change.lane ?? card.lane ?? '',
        key: card.key ?? false,
        ...known(card.knownThen, card.knownNow),
      };
    case 'perspective': {
      const columnId = change.columnId ?? columnNamed(columns, card.column);
      return columnId === undefined ? null : { ...base, kind, columnId, facet: card.facet ?? 'saw' };
    }
    case 'factor':
      return {
        ...base,
        kind,
        category: change.category ?? card.category ?? 'technical',
        theme: change.theme === undefined ? themeNamed(themes, card.theme) : change.theme,
      };
    case 'action':
      return { ...base, kind, parked: change.parked ?? card.parked ?? false };
    case 'question':
    case 'learning':
      return { ...base, kind };
  }
};

const columnNamed = (columns: readonly Column[], name = ''): ColumnId | undefined =>
  (columns.find((column) => column.name.toLowerCase() === name.toLowerCase()) ?? columns[0])?.id;

const themeNamed = (themes: readonly Theme[], name: string | undefined): ThemeId | null =>
  name === undefined ? null : (themes.find((theme) => theme.name.toLowerCase() === name.toLowerCase())?.id ?? null);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown, longest: number): string => (typeof value === 'string' ? value.slice(0, longest) : '');

const instant = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 7_258_118_400_000
    ? Math.round(value)
    : null;

const oneOf = <const Allowed extends readonly string[], Otherwise>(
  allowed: Allowed,
  value: unknown,
  otherwise: Otherwise,
): Allowed[number] | Otherwise => (allowed.includes(value as string) ? (value as Allowed[number]) : otherwise);

const readEvidence = (value: unknown): Evidence[] =>
  !Array.isArray(value)
    ? []
    : value.slice(0, 20).flatMap((item: unknown) => {
        if (!isRecord(item) || typeof item['url'] !== 'string' || !/^https?:\/\//i.test(item['url'])) return [];
        return [{ url: text(item['url'], 2000), label: text(item['label'], 120) }];
      });
