// Reads cards, links and columns out of a document that any client may have written. Never throws: what is missing or broken
// gets a default, what can't be shown at all is left out. SPEC D1–D6.
import {
  isId,
  type AttachmentId,
  type CardId,
  type ColumnId,
  type LinkId,
  type ParticipantId,
  type ThemeId,
} from '@hearth/review/ids';
import * as Y from 'yjs';
import {
  apartHows,
  cardKinds,
  eventKinds,
  factorCategories,
  linkMeanings,
  perspectiveFacets,
  precisions,
  reactionKinds,
  type Apart,
  type Card,
  type CardFile,
  type CardKind,
  type Column,
  type EventCard,
  type Evidence,
  type Link,
  type Reaction,
  type Theme,
} from './cards.ts';

/** Text beyond this is cut when read, so that one card can't freeze every screen. */
export const longestText = 20_000;

/** Another version may know kinds that we don't: its words are shown all the same, as a question. */
export const readKind = (said: unknown): CardKind | null =>
  oneOf(cardKinds, said, null) ?? (text(said, 40) === '' ? null : 'question');

/** @returns null where the entry is no card: not a map, a bad id or no kind. */
export const readCard = (id: string, value: unknown): Card | null => {
  if (!isId(id) || !(value instanceof Y.Map)) return null;
  const said: unknown = value.get('kind');
  const kind = readKind(said);
  if (kind === null) return null;
  const unknownKind = kind === said ? '' : text(said, 40);
  const base = {
    id: id as CardId,
    text: readText(value.get('text')),
    rank: text(value.get('rank'), 200),
    author: readAuthor(value.get('author')),
    createdAt: instant(value.get('createdAt')) ?? 0,
    evidence: readEvidence(value.get('evidence')),
    files: readFiles(value as Y.Map<unknown>),
    ...readReactions(value as Y.Map<unknown>),
    ...(unknownKind === '' ? {} : { unknownKind }),
  };
  switch (kind) {
    case 'event': {
      const at = instant(value.get('at'));
      const endAt = instant(value.get('endAt'));
      return {
        ...base,
        kind,
        at,
        endAt: at !== null && endAt !== null && endAt > at ? endAt : null,
        precision: at === null ? 'unknown' : oneOf(precisions, value.get('precision'), 'exact'),
        eventKind: oneOf(eventKinds, value.get('eventKind'), 'action'),
        lane: text(value.get('lane'), 80),
        key: value.get('key') === true,
        ...readTold(value as Y.Map<unknown>),
      };
    }
    case 'perspective': {
      const columnId: unknown = value.get('columnId');
      return {
        ...base,
        kind,
        columnId: isId(columnId) ? (columnId as ColumnId) : columnOfNobody.id,
        facet: oneOf(perspectiveFacets, value.get('facet'), 'saw'),
      };
    }
    case 'factor': {
      const theme: unknown = value.get('theme');
      return {
        ...base,
        kind,
        category: oneOf(factorCategories, value.get('category'), 'technical'),
        theme: isId(theme) ? (theme as ThemeId) : null,
      };
    }
    case 'action':
      return { ...base, kind, parked: value.get('parked') === true };
    case 'question':
    case 'learning':
      return { ...base, kind };
  }
};

export const readLink = (id: string, value: unknown): Link | null => {
  if (!isId(id) || !isRecord(value)) return null;
  const { from, to, meaning } = value;
  if (!isId(from) || !isId(to) || from === to) return null;
  return {
    id: id as LinkId,
    from: from as CardId,
    to: to as CardId,
    meaning: oneOf(linkMeanings, meaning, 'contributed'),
    ...(value['discussed'] === true ? { discussed: true } : {}),
  };
};

export const readColumn = (id: string, value: unknown): Column | null => {
  if (!isId(id) || !(value instanceof Y.Map)) return null;
  return {
    id: id as ColumnId,
    name: text(value.get('name'), 80),
    role: text(value.get('role'), 80),
    rank: text(value.get('rank'), 200),
  };
};

export const readTheme = (id: string, value: unknown): Theme | null => {
  if (!isId(id) || !(value instanceof Y.Map)) return null;
  return { id: id as ThemeId, name: text(value.get('name'), longestThemeName), rank: text(value.get('rank'), 200) };
};

export const longestThemeName = 80;

/** A card whose theme is gone stands in none. */
export const inKnownTheme = (card: Card, known: (id: ThemeId) => boolean): Card =>
  card.kind === 'factor' && card.theme !== null && !known(card.theme) ? { ...card, theme: null } : card;

/** Where perspectives stand whose column is gone, or was never told: shown beside the others for as long as there are any. */
export const columnOfNobody: Column = { id: 'no-column' as ColumnId, name: 'Without a column', role: '', rank: '~' };

/** A perspective whose column is gone stands in the column of nobody. */
export const inKnownColumn = (card: Card, known: (id: ColumnId) => boolean): Card =>
  card.kind === 'perspective' && card.columnId !== columnOfNobody.id && !known(card.columnId)
    ? { ...card, columnId: columnOfNobody.id }
    : card;

export const standsNowhere = (card: Card | undefined | null): boolean =>
  card?.kind === 'perspective' && card.columnId === columnOfNobody.id;

const readText = (value: unknown): string => {
  const whole = value instanceof Y.Text ? value.toString() : typeof value === 'string' ? value : '';
  return whole.length > longestText ? whole.slice(0, longestText) : whole;
};

const readAuthor = (value: unknown): Card['author'] => {
  if (!isRecord(value) || typeof value['name'] !== 'string') return null;
  const id = value['id'];
  return { id: isId(id) ? (id as ParticipantId) : null, name: text(value['name'], 80) };
};

const readEvidence = (value: unknown): readonly Evidence[] => {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 20).flatMap((item: unknown) => {
    if (!isRecord(item) || typeof item['url'] !== 'string' || !/^https?:\/\//i.test(item['url'])) return [];
    return [{ url: text(item['url'], 2000), label: text(item['label'], 120) }];
  });
};

/** Before the id of a file, in the names of a card's fields. */
export const fileField = 'file:';
const mostFiles = 40;
const mediaType = /^[a-z]{2,20}\/[a-z0-9.+-]{1,60}$/;
const noFiles: readonly CardFile[] = [];

const readFiles = (card: Y.Map<unknown>): readonly CardFile[] => {
  const files: CardFile[] = [];
  for (const field of card.keys()) {
    if (!field.startsWith(fileField)) continue;
    const file = readFile(field.slice(fileField.length), card.get(field));
    if (file) files.push(file);
  }
  if (files.length === 0) return noFiles;
  return files.toSorted((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1)).slice(0, mostFiles);
};

const readFile = (id: string, value: unknown): CardFile | null => {
  if (!isId(id) || !isRecord(value)) return null;
  const type = value['type'];
  const width = wholeNumber(value['width']);
  const height = wholeNumber(value['height']);
  return {
    id: id as AttachmentId,
    name: text(value['name'], 120) || 'file',
    type: typeof type === 'string' && mediaType.test(type) ? type : 'application/octet-stream',
    bytes: wholeNumber(value['bytes']) ?? 0,
    width: height === null ? null : width,
    height: width === null ? null : height,
    alt: text(value['alt'], 1000),
    thumbnail: value['thumbnail'] === true,
    addedAt: instant(value['addedAt']) ?? 0,
  };
};

/** Before the id of an event that this one is not joined to, in the names of an event's fields. */
export const apartField = 'apart:';
/** What was known, then or now, beyond this is cut. */
export const longestKnown = 2000;
const mostApart = 200;

const readTold = (card: Y.Map<unknown>): Pick<EventCard, 'knownThen' | 'knownNow' | 'into' | 'apart'> => {
  const knownThen = text(card.get('knownThen'), longestKnown);
  const knownNow = text(card.get('knownNow'), longestKnown);
  const into: unknown = card.get('into');
  const apart: Apart[] = [];
  for (const field of card.keys())
    if (field.startsWith(apartField)) apart.push(...readApart(field.slice(apartField.length), card.get(field)));
  return {
    ...(knownThen === '' ? {} : { knownThen }),
    ...(knownNow === '' ? {} : { knownNow }),
    ...(isId(into) ? { into: into as CardId } : {}),
    ...(apart.length === 0 ? {} : { apart: apart.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, mostApart) }),
  };
};

const readApart = (id: string, value: unknown): Apart[] => {
  const how = oneOf(apartHows, value, null);
  return isId(id) && how !== null ? [{ id: id as CardId, how }] : [];
};

/** Before kind and person of a reaction, in the names of a card's fields. */
export const reactionField = 'react:';
const mostReactions = 400;

const readReactions = (card: Y.Map<unknown>): { reactions?: readonly Reaction[] } => {
  const reactions: Reaction[] = [];
  for (const field of card.keys()) {
    if (!field.startsWith(reactionField) || reactions.length >= mostReactions) continue;
    const [kind, by, ...more] = field.slice(reactionField.length).split(':');
    const known = oneOf(reactionKinds, kind, null);
    if (known === null || !isId(by) || more.length > 0) continue;
    const value: unknown = card.get(field);
    const name = isRecord(value) ? text(value['name'], 80) : '';
    reactions.push({ kind: known, by, name: name === '' ? null : name });
  }
  return reactions.length === 0 ? {} : { reactions: reactions.toSorted(byKindAndName) };
};

const byKindAndName = (a: Reaction, b: Reaction): number =>
  reactionKinds.indexOf(a.kind) - reactionKinds.indexOf(b.kind) ||
  order(a.name ?? '', b.name ?? '') ||
  order(a.by, b.by);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const wholeNumber = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;

const text = (value: unknown, longest: number): string => (typeof value === 'string' ? value.slice(0, longest) : '');

/** Years 1970 to 2200: beyond, a time axis makes no sense. */
const instant = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 7_258_118_400_000
    ? Math.round(value)
    : null;

const oneOf = <const Allowed extends readonly string[], Otherwise>(
  allowed: Allowed,
  value: unknown,
  otherwise: Otherwise,
): Allowed[number] | Otherwise => (allowed.includes(value as string) ? (value as Allowed[number]) : otherwise);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Y.AbstractType);
