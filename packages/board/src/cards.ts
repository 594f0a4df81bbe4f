// The kinds of cards on a board, as everyone reads them: immutable, validated, with defaults where a document is silent.
import type { AttachmentId, CardId, ColumnId, LinkId, ParticipantId, ThemeId } from '@hearth/review/ids';

export const cardKinds = ['event', 'perspective', 'factor', 'question', 'learning', 'action'] as const;
export type CardKind = (typeof cardKinds)[number];

export const eventKinds = [
  'detection',
  'diagnosis',
  'decision',
  'action',
  'communication',
  'change',
  'impact',
  'recovery',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const precisions = ['exact', 'about', 'unknown'] as const;
/** How well a time is known; `unknown` means that only the order among its neighbours is. */
export type Precision = (typeof precisions)[number];

export const perspectiveFacets = ['saw', 'expected', 'knew', 'did-not-know', 'made-sense'] as const;
export type PerspectiveFacet = (typeof perspectiveFacets)[number];

export const factorCategories = ['human', 'technical', 'organisational'] as const;
export type FactorCategory = (typeof factorCategories)[number];

/** How a condition explains something. */
export const explainingMeanings = ['contributed', 'made-possible', 'made-harder', 'led-to'] as const;
/** `saw-differently` runs from somebody's own account to the perspective or event that it is another view of. */
export const linkMeanings = [...explainingMeanings, 'saw-differently'] as const;
export type LinkMeaning = (typeof linkMeanings)[number];

export interface Evidence {
  label: string;
  url: string;
}

/** A file on a card. Its content is kept by the server under its id; this is what the board tells of it. */
export interface CardFile {
  id: AttachmentId;
  name: string;
  /** Media type, as the server found it in the content. */
  type: string;
  bytes: number;
  /** Of a picture in pixels; null for everything else. */
  width: number | null;
  height: number | null;
  /** What can be seen, in words; empty while nobody has said it. */
  alt: string;
  /** Whether there is a small version of the picture. */
  thumbnail: boolean;
  /** Unix milliseconds of the clock of whoever added it. */
  addedAt: number;
}

/** What every browser draws and nothing can run in: shown where it is; any other file is only ever downloaded. */
const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

/** Few, and each says something about the account: none of them is applause. */
export const reactionKinds = ['same-here', 'surprised', 'more', 'thank-you'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** One person's one of a kind. */
export interface Reaction {
  kind: ReactionKind;
  /** A participant's id, or a mark that tells nobody who it was. */
  by: string;
  /** null where no person was stored. */
  name: string | null;
}

export const isPicture = ({ type }: Pick<CardFile, 'type'>): boolean =>
  (pictureTypes as readonly string[]).includes(type);

interface CardBase {
  id: CardId;
  /** The words on the card; in the document a Y.Text, so that two people can write in it at once. */
  text: string;
  rank: string;
  /** null when nobody is to be named. */
  author: { id: ParticipantId | null; name: string } | null;
  /** Unix milliseconds of the author's clock. */
  createdAt: number;
  evidence: readonly Evidence[];
  /** In the order in which they were added. */
  files: readonly CardFile[];
  /** What the document calls its kind, where this version knows none of that name: then it is read as a question. */
  unknownKind?: string;
  /** Absent where there is none. By kind, then by name. */
  reactions?: readonly Reaction[];
}

/** How somebody else told the same moment: a card of its own, until it was joined to another. */
export type Telling = Pick<
  EventCard,
  'id' | 'text' | 'author' | 'lane' | 'at' | 'endAt' | 'precision' | 'evidence' | 'files'
>;

export const apartHows = ['differently', 'another'] as const;
/** `differently`: the same moment, seen in two ways, and both are right to stand. `another`: two moments that look alike. */
export type ApartHow = (typeof apartHows)[number];

/** Another event that this one was compared with, and not joined to. */
export interface Apart {
  id: CardId;
  how: ApartHow;
}

export interface EventCard extends CardBase {
  kind: 'event';
  /** Unix milliseconds; null while only the order is known. */
  at: number | null;
  /** End of a range, Unix milliseconds. */
  endAt: number | null;
  precision: Precision;
  eventKind: EventKind;
  /** Swimlane: a person, a service or a team; empty for the common lane. */
  lane: string;
  /** A key moment of the incident. */
  key: boolean;
  /** What people knew at that moment; absent while nobody has said it. */
  knownThen?: string;
  /** What came to be known only afterwards; absent while nobody has said it. */
  knownNow?: string;
  /** The card whose moment this one tells as well: it is shown as a telling there, for as long as that card exists. */
  into?: CardId;
  /** Cards that were joined to this one, by time; absent where there are none. Nothing of them is lost. */
  tellings?: readonly Telling[];
  /** By id; absent where there are none. */
  apart?: readonly Apart[];
}

export interface PerspectiveCard extends CardBase {
  kind: 'perspective';
  columnId: ColumnId;
  facet: PerspectiveFacet;
}

export interface FactorCard extends CardBase {
  kind: 'factor';
  category: FactorCategory;
  /** The theme that it stands in; null where it stands in none, or its theme is gone. */
  theme: ThemeId | null;
}

export interface QuestionCard extends CardBase {
  kind: 'question';
}

export interface LearningCard extends CardBase {
  kind: 'learning';
}

export interface ActionCard extends CardBase {
  kind: 'action';
  /** In the parking lot: noted early, decided when its stage has come. */
  parked: boolean;
}

export type Card = EventCard | PerspectiveCard | FactorCard | QuestionCard | LearningCard | ActionCard;
export type CardOf<Kind extends CardKind> = Extract<Card, { kind: Kind }>;

/** A link from a condition (factor) to what it explains (event or factor), or from one account to another of the same. */
export interface Link {
  id: LinkId;
  from: CardId;
  to: CardId;
  meaning: LinkMeaning;
  /** The room has talked about it: for accounts that differ. */
  discussed?: true;
}

/** A named group of factors. */
export interface Theme {
  id: ThemeId;
  name: string;
  rank: string;
}

/** A responder's column of perspectives. */
export interface Column {
  id: ColumnId;
  name: string;
  /** What they did in the incident, such as "On-call". */
  role: string;
  rank: string;
}

export const eventKindNames: Record<EventKind, string> = {
  detection: 'Detection',
  diagnosis: 'Diagnosis',
  decision: 'Decision',
  action: 'Action',
  communication: 'Communication',
  change: 'Change',
  impact: 'Impact',
  recovery: 'Recovery',
};

export const facetNames: Record<PerspectiveFacet, string> = {
  saw: 'Saw',
  expected: 'Expected',
  knew: 'Knew',
  'did-not-know': 'Did not know',
  'made-sense': 'Why it made sense',
};

export const categoryNames: Record<FactorCategory, string> = {
  human: 'Human',
  technical: 'Technical',
  organisational: 'Organisational',
};

/** Verb phrase between the two ends: "A led to B". */
export const meaningNames: Record<LinkMeaning, string> = {
  contributed: 'contributed to',
  'made-possible': 'made possible',
  'made-harder': 'made harder',
  'led-to': 'led to',
  'saw-differently': 'tells it differently from',
};

export const reactionNames: Record<ReactionKind, string> = {
  'same-here': 'Same here',
  surprised: 'Surprised me',
  more: 'Want to hear more',
  'thank-you': 'Thank you',
};
