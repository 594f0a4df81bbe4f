// What a comparison says, in words, zone by zone. Pure. Names stand only where the board tells them. SPEC Q7, Q8.
import type { Card, CardKind } from '@hearth/board/cards';
import type { BlockDifference, BoardComparison, CardAspect, ChangedCard } from '@hearth/board/compare';
import type { Thread } from '@hearth/board/comments';
import { plainText } from '@hearth/board/narrative';
import type { BoardSnapshot } from '@hearth/board/snapshot';
import type { CardId } from '@hearth/review/ids';
import { counted, listed } from '@hearth/review/time/words';
import { boardZones, zoneOfKind, type BoardZone } from '@hearth/board/zones';
import type { CardMark } from '../board/card-marks.ts';
import { zoneNames } from '../board/groups.ts';
import { firstName } from '../board/presence.ts';
import { headline } from '../board/relations.ts';

export type Doing = 'added' | 'removed' | 'changed' | 'moved';

export interface Happening {
  key: string;
  doing: Doing;
  /** Hue and icon; null for what is no card. */
  kind: CardKind | null;
  /** Where it can be looked at. */
  card: CardId | null;
  /** Who did it, where the board tells. */
  who: string | null;
  /** "added", "text and time changed". */
  verb: string;
  label: string;
  /** Both texts, where words changed. */
  texts: { before: string; after: string } | null;
}

export interface ZoneOfHappenings {
  zone: BoardZone | 'narrative';
  name: string;
  happenings: readonly Happening[];
}

const longestLabel = 140;

interface Between {
  before: BoardSnapshot;
  after: BoardSnapshot;
  /** Whether a card had been on the board before: it came back, by whatever hand. */
  wasThere: (id: CardId) => boolean;
}

export const happeningsOf = (comparison: BoardComparison, { before, after, wasThere }: Between): ZoneOfHappenings[] => {
  const zones = new Map<BoardZone | 'narrative', Happening[]>();
  const note = (zone: BoardZone | 'narrative', happening: Happening): void => {
    zones.set(zone, [...(zones.get(zone) ?? []), happening]);
  };
  const onCard = (card: Card, doing: Doing, rest: Partial<Happening> = {}): void =>
    note(zoneOfKind[card.kind], {
      key: `${doing} ${card.id}`,
      doing,
      kind: card.kind,
      card: doing === 'removed' ? null : card.id,
      who: doing === 'added' ? (card.author?.name ?? null) : null,
      verb: doing,
      label: headline(card, longestLabel),
      texts: null,
      ...rest,
    });

  for (const card of comparison.added) onCard(card, 'added', wasThere(card.id) ? { who: null, verb: 'came back' } : {});
  for (const change of comparison.changed) {
    const texts = change.aspects.includes('text') ? { before: change.before.text, after: change.after.text } : null;
    onCard(change.after, 'changed', { verb: changeWords(change), texts });
  }
  for (const change of comparison.moved) onCard(change.after, 'moved');
  for (const card of comparison.removed) onCard(card, 'removed');

  const plainly = (key: string, doing: Doing, label: string): Happening => ({
    key,
    doing,
    kind: null,
    card: null,
    who: null,
    verb: doing,
    label,
    texts: null,
  });
  const { columns, themes, links } = comparison;
  for (const column of columns.added)
    note('perspectives', plainly(`+ ${column.id}`, 'added', `Column of ${nameOf(column)}`));
  for (const { after: column } of columns.changed)
    note('perspectives', plainly(`~ ${column.id}`, 'changed', `Column of ${nameOf(column)}`));
  for (const column of columns.removed)
    note('perspectives', plainly(`- ${column.id}`, 'removed', `Column of ${nameOf(column)}`));
  for (const theme of themes.added) note('factors', plainly(`+ ${theme.id}`, 'added', `Theme ${quoted(theme.name)}`));
  for (const { after: theme } of themes.changed)
    note('factors', plainly(`~ ${theme.id}`, 'changed', `Theme ${quoted(theme.name)}`));
  for (const theme of themes.removed)
    note('factors', plainly(`- ${theme.id}`, 'removed', `Theme ${quoted(theme.name)}`));
  const label = (board: BoardSnapshot, { from, to }: { from: CardId; to: CardId }): string => {
    const end = (id: CardId): string =>
      `“${headline(
        board.cards.find((card) => card.id === id),
        40,
      )}”`;
    return `Link from ${end(from)} to ${end(to)}`;
  };
  for (const link of links.added) note('factors', plainly(`+ ${link.id}`, 'added', label(after, link)));
  for (const { after: link } of links.changed) note('factors', plainly(`~ ${link.id}`, 'changed', label(after, link)));
  // The links of a removed card go with it: that is said already.
  const gone = new Set(comparison.removed.map(({ id }) => id));
  for (const link of links.removed)
    if (!gone.has(link.from) && !gone.has(link.to))
      note('factors', plainly(`- ${link.id}`, 'removed', label(before, link)));
  comparison.narrative.forEach((block, index) => note('narrative', blockHappening(block, index)));
  const placeOf = (thread: Thread): BoardZone | 'narrative' => {
    const card = [...after.cards, ...before.cards].find(({ id }) => id === thread.card);
    return card ? zoneOfKind[card.kind] : 'narrative';
  };
  for (const thread of comparison.comments.added)
    note(placeOf(thread), {
      ...plainly(`+ ${thread.id}`, 'added', commentWords(thread)),
      who: thread.author?.name ?? null,
      verb: 'comment added',
    });
  for (const { before: one, after: thread } of comparison.comments.changed)
    note(placeOf(thread), {
      ...plainly(`~ ${thread.id}`, 'changed', commentWords(thread)),
      verb: `comment ${threadChange(one, thread)}`,
    });
  for (const thread of comparison.comments.removed)
    note(placeOf(thread), { ...plainly(`- ${thread.id}`, 'removed', commentWords(thread)), verb: 'comment removed' });

  return [...boardZones, 'narrative' as const].flatMap((zone) => {
    const happenings = zones.get(zone);
    return happenings ? [{ zone, name: zone === 'narrative' ? 'Narrative' : zoneNames[zone], happenings }] : [];
  });
};

const quoted = (name: string): string => (name === '' ? 'without a name' : `“${name}”`);

const nameOf = ({ name }: { name: string }): string => name || 'somebody';

const blockHappening = (block: BlockDifference, index: number): Happening => {
  const shown = block.kind === 'changed' ? block.after : block.block;
  const words = plainText(shown);
  return {
    key: `block ${index}`,
    doing: block.kind,
    kind: null,
    card: null,
    who: null,
    verb: block.kind,
    label: words.length > longestLabel ? `${words.slice(0, longestLabel - 1).trimEnd()}…` : words || 'A line',
    texts: block.kind === 'changed' ? { before: plainText(block.before), after: words } : null,
  };
};

const commentWords = ({ quote, text }: Thread): string => {
  const words = `On “${quote.length > 40 ? `${quote.slice(0, 39).trimEnd()}…` : quote}”: ${text}`.toWellFormed();
  return words.length > longestLabel ? `${words.slice(0, longestLabel - 1).trimEnd()}…`.toWellFormed() : words;
};

const threadChange = (before: Thread, after: Thread): string => {
  if (before.resolved === null && after.resolved !== null) return 'resolved';
  if (after.replies.length > before.replies.length) return 'answered';
  return before.resolved !== null && after.resolved === null ? 'opened again' : 'changed';
};

const aspectNames: Record<CardAspect, string> = {
  text: 'text',
  place: 'place',
  order: 'order',
  time: 'time',
  kind: 'kind',
  key: 'key moment',
  evidence: 'evidence',
  author: 'author',
  known: 'what was known',
  tellings: 'other tellings',
  reactions: 'reactions',
};

const changeWords = ({ aspects }: ChangedCard): string =>
  `${listed(aspects.map((aspect) => aspectNames[aspect]))} changed`;

/** "2 cards added, 1 removed; 1 paragraph changed"; empty where nothing that shows is different. */
export const summaryOf = (comparison: BoardComparison): string => {
  const { added, removed, changed, moved, narrative, columns, themes, links, comments } = comparison;
  const cards: [number, Doing][] = [
    [added.length, 'added'],
    [removed.length, 'removed'],
    [changed.length, 'changed'],
    [moved.length, 'moved'],
  ];
  const told = cards
    .filter(([count]) => count > 0)
    .map(([count, doing], index) => `${index === 0 ? counted(count, 'card') : count} ${doing}`);
  const others = [
    ...(columns.added.length + columns.removed.length + columns.changed.length > 0 ? ['columns changed'] : []),
    ...(themes.added.length + themes.removed.length + themes.changed.length > 0 ? ['themes changed'] : []),
    ...(links.added.length + links.changed.length > 0 || (links.removed.length > 0 && removed.length === 0)
      ? ['links changed']
      : []),
    ...(narrative.length > 0 ? [`${counted(narrative.length, 'paragraph')} of the narrative changed`] : []),
    ...(comments.added.length > 0 ? [`${counted(comments.added.length, 'comment')} added`] : []),
    ...(comments.changed.length + comments.removed.length > 0 ? ['comments changed'] : []),
  ];
  return [...(told.length > 0 ? [told.join(', ')] : []), ...others].join('; ');
};

/** What the cards on the board carry at a moment. */
export const marksOf = (
  comparison: BoardComparison,
  wasThere: (id: CardId) => boolean,
): ReadonlyMap<CardId, CardMark> => {
  const marks = new Map<CardId, CardMark>();
  for (const { id, author } of comparison.added) {
    if (wasThere(id)) marks.set(id, { doing: 'added', label: 'back', spoken: 'Came back here' });
    else if (author)
      marks.set(id, { doing: 'added', label: firstName(author.name), spoken: `Added here by ${author.name}` });
    else marks.set(id, { doing: 'added', label: 'added', spoken: 'Added here' });
  }
  for (const change of comparison.changed)
    marks.set(change.after.id, { doing: 'changed', label: 'changed', spoken: `Here ${changeWords(change)}` });
  for (const { after } of comparison.moved)
    marks.set(after.id, { doing: 'changed', label: 'moved', spoken: 'Moved here' });
  return marks;
};
