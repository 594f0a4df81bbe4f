// What differs between two moments of a board. Pure. People are named only where the board names them: a card tells who
// added it, and nothing tells who changed or removed one. SPEC H8–H10.
import type { CardId } from '@hearth/review/ids';
import { align } from './align.ts';
import type { Card, Column, Link, Theme } from './cards.ts';
import type { Thread } from './comments.ts';
import { hunksOf } from './difference.ts';
import { plainText, type NarrativeNode } from './narrative.ts';
import type { BoardSnapshot } from './snapshot.ts';

/** `place`: another lane, column, category, theme or lot. `order`: another place among the same cards. */
export type CardAspect =
  | 'text'
  | 'place'
  | 'order'
  | 'time'
  | 'kind'
  | 'key'
  | 'evidence'
  | 'author'
  | 'reactions'
  | 'known'
  | 'tellings';

export interface ChangedCard {
  before: Card;
  after: Card;
  aspects: readonly CardAspect[];
}

export type BlockDifference =
  | { kind: 'added'; block: NarrativeNode }
  | { kind: 'removed'; block: NarrativeNode }
  | { kind: 'changed'; before: NarrativeNode; after: NarrativeNode };

export interface BoardComparison {
  /** In the order of the later board. */
  added: readonly Card[];
  /** In the order of the earlier one. */
  removed: readonly Card[];
  changed: readonly ChangedCard[];
  /** Those of which nothing but place or order is another. */
  moved: readonly ChangedCard[];
  columns: {
    added: readonly Column[];
    removed: readonly Column[];
    changed: readonly { before: Column; after: Column }[];
  };
  themes: {
    added: readonly Theme[];
    removed: readonly Theme[];
    changed: readonly { before: Theme; after: Theme }[];
  };
  links: { added: readonly Link[]; removed: readonly Link[]; changed: readonly { before: Link; after: Link }[] };
  /** Blocks of the narrative in their order; equal ones are left out. */
  narrative: readonly BlockDifference[];
  /** Threads; one changed when it was resolved, opened again or answered in. */
  comments: {
    added: readonly Thread[];
    removed: readonly Thread[];
    changed: readonly { before: Thread; after: Thread }[];
  };
}

export const compareBoards = (before: BoardSnapshot, after: BoardSnapshot): BoardComparison => {
  const cards = matched(before.cards, after.cards);
  const reordered = reorderedCards(before.cards, after.cards);
  const differing = cards.both.flatMap(([one, other]): ChangedCard[] => {
    const aspects = aspectsOf(one, other);
    if (reordered.has(one.id) && !aspects.includes('place')) aspects.push('order');
    return aspects.length > 0 ? [{ before: one, after: other, aspects }] : [];
  });
  const onlyMoved = ({ aspects }: ChangedCard): boolean =>
    aspects.every((aspect) => aspect === 'place' || aspect === 'order');
  const columns = matched(before.columns, after.columns);
  const themes = matched(before.themes, after.themes);
  const links = matched(before.links, after.links);
  const comments = matched(before.comments, after.comments);
  return {
    added: cards.added,
    removed: cards.removed,
    changed: differing.filter((card) => !onlyMoved(card)),
    moved: differing.filter(onlyMoved),
    columns: {
      added: columns.added,
      removed: columns.removed,
      changed: pairs(columns.both, (one, other) => one.name !== other.name || one.role !== other.role),
    },
    themes: {
      added: themes.added,
      removed: themes.removed,
      changed: pairs(themes.both, (one, other) => one.name !== other.name),
    },
    links: {
      added: links.added,
      removed: links.removed,
      changed: pairs(
        links.both,
        (one, other) =>
          one.meaning !== other.meaning ||
          one.from !== other.from ||
          one.to !== other.to ||
          one.discussed !== other.discussed,
      ),
    },
    narrative: compareNarratives(before.narrative, after.narrative),
    comments: {
      added: comments.added,
      removed: comments.removed,
      changed: pairs(comments.both, (one, other) => JSON.stringify(one) !== JSON.stringify(other)),
    },
  };
};

/** Whether nothing that anybody could see is another. */
export const isSame = (comparison: BoardComparison): boolean => {
  const { added, removed, changed, moved, columns, themes, links, narrative, comments } = comparison;
  const lists = [columns, themes, links, comments].flatMap((group) => [group.added, group.removed, group.changed]);
  return [added, removed, changed, moved, narrative, ...lists].every((list) => list.length === 0);
};

const matched = <Thing extends { id: string }>(
  before: readonly Thing[],
  after: readonly Thing[],
): { added: Thing[]; removed: Thing[]; both: [Thing, Thing][] } => {
  if (before === after) return { added: [], removed: [], both: [] };
  const earlier = new Map(before.map((thing) => [thing.id, thing]));
  const later = new Set(after.map((thing) => thing.id));
  return {
    added: after.filter((thing) => !earlier.has(thing.id)),
    removed: before.filter((thing) => !later.has(thing.id)),
    both: after.flatMap((thing) => {
      const other = earlier.get(thing.id);
      return other && other !== thing ? [[other, thing] as [Thing, Thing]] : [];
    }),
  };
};

const pairs = <Thing>(
  both: readonly (readonly [Thing, Thing])[],
  differ: (one: Thing, other: Thing) => boolean,
): { before: Thing; after: Thing }[] =>
  both.filter(([one, other]) => differ(one, other)).map(([one, other]) => ({ before: one, after: other }));

const aspectsOf = (one: Card, other: Card): CardAspect[] => {
  const differs: Record<Exclude<CardAspect, 'order'>, boolean> = {
    text: one.text !== other.text,
    place: one.kind === other.kind && placeOf(one) !== placeOf(other),
    time: timeOf(one) !== timeOf(other),
    kind: one.kind !== other.kind || subkindOf(one) !== subkindOf(other),
    key: (one.kind === 'event' && one.key) !== (other.kind === 'event' && other.key),
    evidence: JSON.stringify([one.evidence, one.files]) !== JSON.stringify([other.evidence, other.files]),
    author: one.author?.name !== other.author?.name,
    reactions: JSON.stringify(one.reactions) !== JSON.stringify(other.reactions),
    known: knownOf(one) !== knownOf(other),
    tellings: tellingsOf(one) !== tellingsOf(other),
  };
  return (Object.keys(differs) as (keyof typeof differs)[]).filter((aspect) => differs[aspect]);
};

/** A factor keeps its category in a theme. */
const placeOf = (card: Card): string => (card.kind === 'factor' ? `${card.category} ${card.theme}` : groupOf(card));

/** Where a card stands: cards of one group are a list of their own. */
const groupOf = (card: Card): string => {
  switch (card.kind) {
    case 'event':
      return `event/${card.lane}`;
    case 'perspective':
      return `perspective/${card.columnId}`;
    case 'factor':
      return card.theme === null ? `factor/${card.category}` : `factor/theme/${card.theme}`;
    case 'action':
      return card.parked ? 'action/parked' : 'action/open';
    case 'question':
    case 'learning':
      return card.kind;
  }
};

const timeOf = (card: Card): string => (card.kind === 'event' ? `${card.at} ${card.endAt} ${card.precision}` : '');

const knownOf = (card: Card): string =>
  card.kind === 'event' ? JSON.stringify([card.knownThen ?? '', card.knownNow ?? '']) : '';

const tellingsOf = (card: Card): string =>
  card.kind === 'event' ? JSON.stringify([card.tellings ?? [], card.apart ?? []]) : '';

const subkindOf = (card: Card): string =>
  card.kind === 'event' ? card.eventKind : card.kind === 'perspective' ? card.facet : '';

/** Cards that stand elsewhere among those of their group that were there before. A dated event stands by its time. */
const reorderedCards = (before: readonly Card[], after: readonly Card[]): ReadonlySet<CardId> => {
  const moved = new Set<CardId>();
  if (before === after) return moved;
  const later = groupsOf(after);
  for (const [group, cards] of groupsOf(before)) {
    const now = later.get(group);
    if (!now) continue;
    const there = new Set(now);
    const then = new Set(cards);
    const kept = cards.filter((id) => there.has(id));
    const hunks = hunksOf(
      kept,
      now.filter((id) => then.has(id)),
    );
    for (const { fromBefore, toBefore } of hunks) for (const id of kept.slice(fromBefore, toBefore)) moved.add(id);
  }
  return moved;
};

const groupsOf = (cards: readonly Card[]): Map<string, CardId[]> => {
  const groups = new Map<string, CardId[]>();
  for (const card of cards) {
    if (card.kind === 'event' && card.at !== null) continue;
    const group = groupOf(card);
    const list = groups.get(group);
    if (list) list.push(card.id);
    else groups.set(group, [card.id]);
  }
  return groups;
};

const compareNarratives = (before: NarrativeNode, after: NarrativeNode): BlockDifference[] => {
  const now = before.content ?? [];
  const then = after.content ?? [];
  if (now === then) return [];
  const aligned = (block: NarrativeNode) => ({
    key: JSON.stringify(block),
    shape: block.type,
    words: plainText(block),
  });
  return align(now.map(aligned), then.map(aligned)).flatMap((step): BlockDifference[] => {
    switch (step.kind) {
      case 'same':
        return [];
      case 'added':
        return spoken(null, then[step.after]);
      case 'removed':
        return spoken(now[step.before], null);
      case 'changed':
        return spoken(now[step.before], then[step.after]);
    }
  });
};

/** An empty paragraph that came, went or was filled is no news by itself. */
const spoken = (
  before: NarrativeNode | null | undefined,
  after: NarrativeNode | null | undefined,
): BlockDifference[] => {
  const one = before && !isBlank(before) ? before : null;
  const other = after && !isBlank(after) ? after : null;
  if (one && other) return [{ kind: 'changed', before: one, after: other }];
  if (other) return [{ kind: 'added', block: other }];
  return one ? [{ kind: 'removed', block: one }] : [];
};

const isBlank = (block: NarrativeNode): boolean =>
  block.type !== 'horizontalRule' && block.type !== 'image' && plainText(block) === '';
