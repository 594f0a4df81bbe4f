// Builds the export of a review from what the store and the board hold. Pure. Rules: SPEC X1-X5.
import { meaningNames, perspectiveFacets, type Card, type CardOf, type Column } from '@hearth/board/cards';
import type { Reply, Thread } from '@hearth/board/comments';
import type { Answered } from '@hearth/board/diagnostics';
import { countReactions } from '@hearth/board/reactions';
import type { BoardSnapshot } from '@hearth/board/snapshot';
import { dated, undated } from '@hearth/board/timeline';
import type { Meeting } from '@hearth/review/facilitation/state';
import { summedUp, type FeedbackAnswer } from '@hearth/review/feedback/feedback';
import { incidentTimes, type Incident } from '@hearth/review/incident';
import type { Role } from '@hearth/review/roles';
import type { ActionFields, ActionItem, Proposal } from '../action-items/model.ts';
import { diagnostics } from '../prompts/diagnostics.ts';
import { narrativeMarkdown } from '../publishing/narrative-markdown.ts';
import type { Report } from '../publishing/report.ts';
import {
  exportFormat,
  exportVersion,
  type ExportedBoard,
  type ExportedCard,
  type ExportedColumn,
  type ExportedComment,
  type ExportedDiagnostic,
  type ExportedRemark,
  type ExportedSnapshot,
  type Moment,
  type ReviewExport,
} from './review-export.ts';

/** Times are Unix milliseconds. What else the objects carry is left out. */
export interface ExportSource {
  review: { id: string; incident: Incident; meeting: Meeting; createdAtMs: number; demo: boolean };
  people: readonly { id: string; name: string; role: Role; joinedAtMs: number }[];
  snapshot: BoardSnapshot;
  /** By item of the checklist. */
  diagnostics: ReadonlyMap<string, Answered>;
  proposals: readonly Proposal[];
  actions: readonly ActionItem[];
  publication: { slug: string; revision: number; publishedAtMs: number; markdown: string; report: Report } | null;
  snapshots: readonly (Omit<ExportedSnapshot, 'createdAt'> & { createdAtMs: number })[];
  feedback: readonly FeedbackAnswer[];
  /** `state` is a whole Yjs state (V1) in base64. */
  document: { name: string; state: string };
}

/** The same source gives an equal export, whatever order the store listed people and actions in. */
export const buildExport = (source: ExportSource): ReviewExport => {
  const { review, snapshot, publication } = source;
  return {
    format: exportFormat,
    version: exportVersion,
    review: { id: review.id, createdAt: moment(review.createdAtMs), demo: review.demo },
    incident: incidentOf(review.incident),
    meeting: meetingOf(review.meeting),
    participants: source.people
      .map(({ id, name, role, joinedAtMs }) => ({ id, name, role, joinedAt: moment(joinedAtMs) }))
      .toSorted(by('joinedAt')),
    board: boardOf(snapshot),
    diagnostics: diagnosticsOf(source.diagnostics),
    comments: snapshot.comments.map(commentOf),
    narrative: narrativeMarkdown(snapshot.narrative),
    proposals: source.proposals.map((proposal) => ({
      id: proposal.id,
      ...fieldsOf(proposal),
      state: proposal.state,
      actionId: proposal.actionItemId,
      source: proposal.source,
    })),
    actions: source.actions
      .map((action) => ({
        id: action.id,
        ...fieldsOf(action),
        status: action.status,
        completionNote: action.completionNote,
        createdAt: moment(action.createdAtMs),
        updatedAt: moment(action.updatedAtMs),
        completedAt: momentOrNull(action.completedAtMs),
        source: action.source,
      }))
      .toSorted(by('createdAt')),
    published: publication && {
      slug: publication.slug,
      revision: publication.revision,
      publishedAt: moment(publication.publishedAtMs),
      markdown: publication.markdown,
      report: publication.report,
    },
    snapshots: source.snapshots.map(({ id, kind, name, stageId, createdAtMs, bytes }) => ({
      id,
      kind,
      name,
      stageId,
      createdAt: moment(createdAtMs),
      bytes,
    })),
    // Without a day: the same review gives the same bytes. What waits for company is counted and not told.
    feedback: source.feedback.length === 0 ? null : summedUp(source.feedback),
    document: {
      name: source.document.name,
      boardFormat: snapshot.format,
      encoding: 'yjs-update-v1+base64',
      state: source.document.state,
    },
  };
};

/** The export as the file's text. */
export const renderExport = (review: ReviewExport): string => `${JSON.stringify(review, null, 2)}\n`;

const moment = (ms: number): Moment => new Date(ms).toISOString();
const momentOrNull = (ms: number | null): Moment | null => (ms === null ? null : moment(ms));

/** By a moment, then by id. */
const by =
  <Key extends string>(key: Key) =>
  (a: Record<Key, Moment> & { id: string }, b: Record<Key, Moment> & { id: string }): number =>
    a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : a.id < b.id ? -1 : 1;

const incidentOf = (incident: Incident): ReviewExport['incident'] => {
  const times = Object.fromEntries(incidentTimes.map((time) => [time, momentOrNull(incident[time])]));
  return { ...incident, ...(times as Pick<ReviewExport['incident'], (typeof incidentTimes)[number]>) };
};

const meetingOf = ({ status, stages, stageIndex, visits, ...meeting }: Meeting): ReviewExport['meeting'] => ({
  status,
  currentStage: status === 'running' ? (stages[stageIndex]?.id ?? null) : null,
  opening: meeting.opening ?? null,
  soak: meeting.soak ?? false,
  decisions: (meeting.decisions ?? []).map(({ id, text, atMs, by: recordedBy, present }) => {
    return { id, text, at: moment(atMs), by: recordedBy, present: [...present] };
  }),
  votes: (meeting.results ?? []).map(({ id, on, dots, anonymous, closedMs, voters, tallies }) => ({
    id,
    on,
    dots,
    anonymous,
    closedAt: moment(closedMs),
    voters,
    tallies: tallies.map(({ cardId, dots: given, by: voted }) => {
      return { card: cardId, dots: given, by: voted ? [...voted] : null };
    }),
  })),
  checks: [...(meeting.checks ?? [])],
  agenda: stages.map(({ id, name, minutes, zone, question }) => ({
    id,
    name,
    minutes,
    zone,
    question,
    visits: visits
      .filter(({ stageId }) => stageId === id)
      .map(({ enteredMs, leftMs }) => ({ enteredAt: moment(enteredMs), leftAt: momentOrNull(leftMs) })),
  })),
});

const boardOf = ({ cards, links, columns, themes }: BoardSnapshot): ExportedBoard => {
  const themeNames = new Map(themes.map(({ id, name }) => [id, name]));
  const events = ofKind(cards, 'event');
  return {
    timeline: [...dated(events), ...undated(events)].map((event) => ({
      ...cardOf(event),
      at: momentOrNull(event.at),
      endAt: momentOrNull(event.endAt),
      precision: event.precision,
      kind: event.eventKind,
      lane: event.lane,
      key: event.key,
      knownThen: event.knownThen ?? '',
      knownNow: event.knownNow ?? '',
      tellings: (event.tellings ?? []).map((telling) => ({
        ...wordsOf(telling),
        at: momentOrNull(telling.at),
        endAt: momentOrNull(telling.endAt),
        precision: telling.precision,
        lane: telling.lane,
      })),
      toldDifferently: (event.apart ?? []).flatMap(({ id, how }) => (how === 'differently' ? [id] : [])),
    })),
    perspectives: perspectivesOf(columns, ofKind(cards, 'perspective')),
    factors: ofKind(cards, 'factor').map((card) => ({
      ...cardOf(card),
      category: card.category,
      theme: card.theme === null ? null : (themeNames.get(card.theme) ?? null),
    })),
    links: links.map(({ id, from, to, meaning, discussed = false }) => ({
      id,
      from,
      to,
      meaning,
      words: meaningNames[meaning],
      discussed,
    })),
    questions: ofKind(cards, 'question').map(cardOf),
    learnings: ofKind(cards, 'learning').map(cardOf),
    actions: ofKind(cards, 'action').map((card) => ({ ...cardOf(card), parked: card.parked })),
  };
};

const perspectivesOf = (columns: readonly Column[], cards: readonly CardOf<'perspective'>[]): ExportedColumn[] => {
  const inFacetOrder = cards.toSorted(
    (a, b) => perspectiveFacets.indexOf(a.facet) - perspectiveFacets.indexOf(b.facet),
  );
  const exported = (some: readonly CardOf<'perspective'>[]): ExportedColumn['cards'] =>
    some.map((card) => ({ ...cardOf(card), facet: card.facet }));
  const known = new Set<string>(columns.map(({ id }) => id));
  const others = inFacetOrder.filter((card) => !known.has(card.columnId));
  return [
    ...columns.map(({ id, name, role }) => {
      const cardsHere = exported(inFacetOrder.filter((card) => card.columnId === id));
      return { id, name, role, cards: cardsHere };
    }),
    ...(others.length > 0 ? [{ id: null, name: '', role: '', cards: exported(others) }] : []),
  ];
};

const ofKind = <Kind extends Card['kind']>(cards: readonly Card[], kind: Kind): CardOf<Kind>[] =>
  cards.filter((card): card is CardOf<Kind> => card.kind === kind);

const cardOf = (card: Card): ExportedCard => ({
  ...wordsOf(card),
  createdAt: moment(card.createdAt),
  reactions: countReactions(card, () => false).map(({ kind, count, names }) => ({ kind, count, names: [...names] })),
});

const wordsOf = ({
  id,
  text,
  author,
  evidence,
  files,
}: Pick<Card, 'id' | 'text' | 'author' | 'evidence' | 'files'>): Omit<ExportedCard, 'createdAt' | 'reactions'> => ({
  id,
  text,
  author: author && { id: author.id, name: author.name },
  evidence: evidence.map(({ label, url }) => ({ label, url })),
  files: files.map(({ id: file, name, type, bytes, alt }) => ({ id: file, name, type, bytes, alt })),
});

const diagnosticsOf = (answered: ReadonlyMap<string, Answered>): ExportedDiagnostic[] => {
  const asked = new Map(diagnostics.map((item, index) => [item.id, { ...item, index }]));
  const placeOf = (id: string): number => asked.get(id)?.index ?? diagnostics.length;
  return [...answered]
    .toSorted(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
    .map(([id, { answer, note, card }]) => {
      const { name = null, question = null } = asked.get(id) ?? {};
      return { id, name, question, answer, note, card };
    });
};

const remarkOf = ({ id, text, author, createdAt }: Reply): ExportedRemark => ({
  id,
  text,
  author: author && { id: author.id, name: author.name },
  createdAt: moment(createdAt),
});

const commentOf = (thread: Thread): ExportedComment => ({
  ...remarkOf(thread),
  card: thread.card,
  quote: thread.quote,
  resolvedAt: momentOrNull(thread.resolved?.at ?? null),
  answers: thread.replies.map(remarkOf),
});

const fieldsOf = ({ text, owner, due, priority, kind, ticket }: ActionFields): ActionFields => ({
  text,
  owner,
  due,
  priority,
  kind,
  ticket,
});
