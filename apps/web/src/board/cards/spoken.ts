// A card in words: its name for those who hear the board, and the small line under its text. Pure.
import { categoryNames, eventKindNames, facetNames, type Card, type EventCard } from '@hearth/board/cards';
import type { BoardView } from '@hearth/board/view';
import { counted } from '@hearth/review/time/words';
import { fileWords } from '../../attachments/words.ts';
import { isolated } from '../../design/isolated.ts';
import { kinds } from '../../design/kinds.ts';
import { relationSentences, type Relations } from '../relations.ts';
import { timeWords } from '../timeline/time-entry.ts';

interface Telling {
  view: Pick<BoardView, 'card' | 'columns'>;
  anchorMs: number;
  zone: string;
  /** Without what is known only now. */
  asThen?: boolean;
}

/** "14:24, detection, key moment: Four calls, one firmware. Led to “…”. 2 pieces of evidence." */
export const spokenCard = (
  card: Card,
  relations: Relations,
  { view, anchorMs, zone, asThen = false }: Telling,
): string => {
  const words = card.text.trim() === '' ? 'without words' : card.text.trim();
  const sentences = [
    `${spokenHead(card, view, anchorMs, zone)}: ${words}`,
    ...(card.kind === 'event' ? knownSentences(card, asThen) : []),
    ...relationSentences(view, relations).map(capital),
    ...(card.evidence.length > 0 ? [evidenceWords(card)] : []),
    ...card.files.map(fileWords),
    ...(card.author ? [`By ${isolated(card.author.name)}`] : []),
    ...(card.unknownKind === undefined ? [] : [unknownKindWords(card.unknownKind)]),
  ];
  return sentences.map((sentence) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`)).join(' ');
};

/** Of a card that a newer version of Hearth has written. */
export const unknownKindWords = (kind: string): string =>
  `Of a kind that this version does not know: “${isolated(kind)}”. Nothing of it is changed`;

const spokenHead = (card: Card, view: Telling['view'], anchorMs: number, zone: string): string => {
  switch (card.kind) {
    case 'event':
      return [
        capital(timeWords(card, anchorMs, zone)),
        eventKindNames[card.eventKind].toLowerCase(),
        ...(card.key ? ['key moment'] : []),
        ...(card.lane === '' ? [] : [card.lane]),
      ].join(', ');
    case 'perspective': {
      const column = view.columns().find((other) => other.id === card.columnId);
      return `${column?.name ?? 'Perspective'}, ${facetNames[card.facet].toLowerCase()}`;
    }
    case 'factor':
      return `${categoryNames[card.category]} factor`;
    case 'action':
      return card.parked ? 'Action, parked' : 'Action';
    case 'question':
    case 'learning':
      return kinds[card.kind].name;
  }
};

const knownSentences = ({ knownThen, knownNow, tellings = [], apart = [] }: EventCard, asThen: boolean): string[] => [
  ...(knownThen === undefined ? [] : [`Known then: ${knownThen}`]),
  ...(knownNow === undefined || asThen ? [] : [`Known only now: ${knownNow}`]),
  ...tellings.map(({ text, author, lane }) => `Also told by ${author?.name ?? (lane || 'somebody')}: ${text}`),
  ...(apart.some(({ how }) => how === 'differently') ? ['Told differently by somebody else'] : []),
];

/**
 * What the outline and the phone write beside a card: "Detection, key moment, Support".
 * @param placed  it stands under a heading that says its kind or category already.
 */
export const factWords = (card: Card, placed = false): string => {
  const facts: string[] = [];
  switch (card.kind) {
    case 'event':
      if (card.key) facts.push('key moment');
      facts.push(eventKindNames[card.eventKind].toLowerCase());
      if (card.lane !== '') facts.push(card.lane);
      break;
    case 'perspective':
      facts.push(facetNames[card.facet]);
      break;
    case 'factor':
      if (!placed || card.theme !== null) facts.push(categoryNames[card.category]);
      break;
    case 'question':
      if (!placed) facts.push('Question');
      break;
    case 'action':
      if (card.parked) facts.push('parked');
      break;
    case 'learning':
      break;
  }
  if (card.evidence.length > 0) facts.push(evidenceWords(card));
  if (card.files.length > 0) facts.push(counted(card.files.length, 'file'));
  return capital(facts.join(', '));
};

const evidenceWords = (card: Card): string => counted(card.evidence.length, 'piece of evidence', 'pieces of evidence');

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
