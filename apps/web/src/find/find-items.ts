// Everything on a board that can be found: cards, columns, links, the story's paragraphs, people. In the order in which it stands.
import {
  categoryNames,
  eventKindNames,
  facetNames,
  meaningNames,
  type Card,
  type EventCard,
  type Link,
} from '@hearth/board/cards';
import type { Thread } from '@hearth/board/comments';
import { plainText, readNarrative } from '@hearth/board/narrative';
import { fold, needlesOf, type Findable, type Found } from '@hearth/board/search';
import { dated, undated } from '@hearth/board/timeline';
import type { BoardView } from '@hearth/board/view';
import type { CardId, ColumnId, ParticipantId, ThemeId } from '@hearth/review/ids';
import type * as Y from 'yjs';
import { zoneOfKind } from '@hearth/board/zones';
import { columnName, themeName, zoneNames } from '../board/groups.ts';
import { headline } from '../board/relations.ts';
import { timeWords } from '../board/timeline/time-entry.ts';

export type FindTarget =
  | { kind: 'card'; id: CardId }
  | { kind: 'column'; id: ColumnId }
  | { kind: 'theme'; id: ThemeId }
  | { kind: 'link'; from: CardId }
  | { kind: 'block'; index: number }
  /** `card` is null for a comment on the narrative. */
  | { kind: 'comment'; card: CardId | null }
  | { kind: 'person'; id: ParticipantId };

export interface FindItem extends Findable {
  key: string;
  section: string;
  target: FindTarget;
}

export interface FindSource {
  view: BoardView;
  narrative: Y.XmlFragment;
  comments: readonly Thread[];
  people: readonly { participantId: ParticipantId; name: string }[];
  anchorMs: number;
  zone: string;
}

const kept = new WeakMap<object, FindItem>();

/** The same object for as long as it tells the same, so that its words are folded once. */
const keep = (source: object, item: FindItem): FindItem => {
  const known = kept.get(source);
  if (known && known.text === item.text && known.facts === item.facts && known.section === item.section) return known;
  kept.set(source, item);
  return item;
};

/** What was known then and now, and how others told it. */
const toldBeside = ({ knownThen = '', knownNow = '', tellings = [] }: EventCard): string[] => [
  knownThen,
  knownNow,
  ...tellings.flatMap(({ text, author, lane }) => [text, author?.name ?? '', lane]),
];

export const findItems = ({ view, narrative, comments, people, anchorMs, zone }: FindSource): FindItem[] => {
  const events = view.list('event');
  const columns = new Map(view.columns().map((column) => [column.id, column]));
  const themes = new Map(view.themes().map((theme) => [theme.id, theme.name]));
  const ofCard = (card: Card): FindItem => {
    const facts = [
      ...(card.kind === 'event'
        ? [
            timeWords(card, anchorMs, zone),
            card.lane,
            eventKindNames[card.eventKind],
            card.key ? 'key moment' : '',
            ...toldBeside(card),
          ]
        : []),
      ...(card.kind === 'perspective' ? [columns.get(card.columnId)?.name ?? '', facetNames[card.facet]] : []),
      ...(card.kind === 'factor' ? [categoryNames[card.category], (card.theme && themes.get(card.theme)) ?? ''] : []),
      ...(card.kind === 'question' ? ['Question'] : []),
      ...(card.kind === 'action' && card.parked ? ['Parked'] : []),
      ...card.evidence.map((evidence) => evidence.label || evidence.url),
      card.author?.name ?? '',
    ];
    return keep(card, {
      key: card.id,
      section: zoneNames[zoneOfKind[card.kind]],
      text: card.text.trim() === '' ? headline(card) : card.text,
      facts: facts.filter(Boolean).join(' · '),
      target: { kind: 'card', id: card.id },
    });
  };
  return [
    ...[...dated(events), ...undated(events)].map(ofCard),
    ...view.columns().map((column) =>
      keep(column, {
        key: column.id,
        section: zoneNames.perspectives,
        text: columnName(column),
        facts: ['Column', column.role].filter(Boolean).join(' · '),
        target: { kind: 'column', id: column.id },
      }),
    ),
    ...view.list('perspective').map(ofCard),
    ...view.themes().map((theme) =>
      keep(theme, {
        key: theme.id,
        section: zoneNames.factors,
        text: themeName(theme),
        facts: 'Theme',
        target: { kind: 'theme', id: theme.id },
      }),
    ),
    ...view.list('factor').map(ofCard),
    ...view.list('question').map(ofCard),
    ...view.links().map((link) => ofLink(view, link)),
    ...view.list('learning').map(ofCard),
    ...view.list('action').map(ofCard),
    ...(readNarrative(narrative).content ?? []).flatMap((block, index): FindItem[] => {
      const text = plainText(block);
      if (text === '') return [];
      const item: FindItem = {
        key: `block ${index}`,
        section: 'Narrative',
        text,
        facts: block.type === 'heading' ? 'Heading' : '',
        target: { kind: 'block', index },
      };
      return [item];
    }),
    ...comments.map((thread) =>
      keep(thread, {
        key: thread.id,
        section: 'Comments',
        text: [thread, ...thread.replies].map(({ text }) => text).join('\n'),
        facts: [
          placeOf(view, thread),
          thread.resolved === null ? '' : 'Resolved',
          ...new Set([thread, ...thread.replies].map(({ author }) => author?.name ?? '')),
        ]
          .filter(Boolean)
          .join(' · '),
        target: { kind: 'comment', card: thread.card && view.shownBy(thread.card) },
      }),
    ),
    ...people.map((person) =>
      keep(person, {
        key: person.participantId,
        section: 'People',
        text: person.name,
        facts: '',
        target: { kind: 'person', id: person.participantId },
      }),
    ),
  ];
};

/** Where the card or the text is still there, it is found by its words itself. */
const placeOf = (view: BoardView, { card, quote }: Thread): string => {
  if (card === null) return 'On the narrative';
  return view.card(view.shownBy(card)) ? 'On a card' : `On a card that is gone: “${shortened(quote)}”`;
};

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words);

const ofLink = (view: BoardView, link: Link): FindItem =>
  keep(link, {
    key: link.id,
    section: 'Links',
    text: `${headline(view.card(link.from), 60)} ${meaningNames[link.meaning]} ${headline(view.card(link.to), 60)}`,
    facts: '',
    target: { kind: 'link', from: link.from },
  });

const meanings = Object.values(meaningNames).flatMap((name) => name.split(' ').filter((word) => word !== 'to'));

/** Links are found by what they mean: by the words of their cards alone the cards are found already. */
export const tellsMore = ({ item }: Found<FindItem>, query: string): boolean =>
  item.target.kind !== 'link' ||
  needlesOf(query).some((needle) => meanings.some((meaning) => fold(meaning).text.startsWith(needle)));
