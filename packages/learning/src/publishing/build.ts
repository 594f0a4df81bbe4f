// Builds the report of a review from its incident, a sealed board and the confirmed actions. Pure. Rules: SPEC P1, P2.
import {
  factorCategories,
  isPicture,
  meaningNames,
  perspectiveFacets,
  type Card,
  type CardOf,
} from '@hearth/board/cards';
import type { BoardSnapshot } from '@hearth/board/snapshot';
import { dated, undated } from '@hearth/board/timeline';
import type { RecordedDecision, Votable, VoteResult } from '@hearth/review/facilitation/state';
import type { Incident } from '@hearth/review/incident';
import { roleNames, type Role } from '@hearth/review/roles';
import { compareUrgency } from '../action-items/tracker.ts';
import type { ActionItem } from '../action-items/model.ts';
import { daysBetween } from '@hearth/review/time/wall-time';
import type { Report, ReportDecision, ReportEvent, ReportFactor, ReportPerspective, ReportPicture } from './report.ts';
import { citedCards } from './cited-cards.ts';

export interface ReportSource {
  incident: Incident;
  snapshot: BoardSnapshot;
  /** The review's confirmed actions. */
  actions: readonly ActionItem[];
  people: readonly { id: string; name: string; role: Role }[];
  /** As the meeting keeps them. */
  decisions: readonly RecordedDecision[];
  /** Of closed votes, oldest first. */
  results?: readonly VoteResult[];
  /** Unix milliseconds. */
  publishedAtMs: number;
}

/** The same source gives an equal report. */
export const buildReport = (source: ReportSource): Report => {
  const { incident, snapshot, actions, people, results = [], publishedAtMs } = source;
  const cards = snapshot.cards.filter((card) => card.text.trim() !== '');
  const { startedAt, resolvedAt, zone } = incident;
  return {
    format: 1,
    incident,
    durationMinutes: startedAt === null || resolvedAt === null ? null : Math.round((resolvedAt - startedAt) / 60_000),
    leadResponder: snapshot.columns.find((column) => leads.test(column.role))?.name ?? null,
    narrative: snapshot.narrative,
    timeline: timelineOf(ofKind(cards, 'event')),
    perspectives: perspectivesOf(snapshot, ofKind(cards, 'perspective')),
    factors: factorsOf(snapshot, cards).map(withDots(results, 'factors')),
    learnings: ofKind(cards, 'learning')
      .map(({ id, text }) => ({ id, text }))
      .map(withDots(results, 'learnings')),
    pictures: picturesOf(snapshot),
    decisions: decisionsOf(source),
    actions: actions.toSorted(compareUrgency).map(({ id, text, owner, due, priority, kind, status, ticket }) => {
      return { id, text, owner, due, priority, kind, status, ticket };
    }),
    people: people
      .filter((person) => person.role !== 'observer')
      .map(({ name, role }) => ({ name, role: roleNames[role] })),
    facilitator: people.find((person) => person.role === 'facilitator')?.name ?? null,
    daysAfterIncident: startedAt === null ? null : Math.max(0, daysBetween(startedAt, publishedAtMs, zone)),
    publishedAtMs,
  };
};

/** How the role of a lead responder is commonly called. */
const leads = /\b(?:lead|leader|commander|in charge|coordinator)\b/i;

const ofKind = <Kind extends Card['kind']>(cards: readonly Card[], kind: Kind): CardOf<Kind>[] =>
  cards.filter((card): card is CardOf<Kind> => card.kind === kind);

const timelineOf = (events: readonly CardOf<'event'>[]): ReportEvent[] =>
  [...dated(events), ...undated(events)].map((event) => ({
    id: event.id,
    at: event.at,
    endAt: event.endAt,
    precision: event.precision,
    kind: event.eventKind,
    lane: event.lane,
    key: event.key,
    text: event.text,
    evidence: event.evidence.map(({ label, url }) => ({ label, url })),
  }));

const perspectivesOf = (snapshot: BoardSnapshot, cards: readonly CardOf<'perspective'>[]): ReportPerspective[] => {
  const inFacetOrder = cards.toSorted(
    (a, b) => perspectiveFacets.indexOf(a.facet) - perspectiveFacets.indexOf(b.facet),
  );
  const column = (name: string, role: string, belongs: (card: CardOf<'perspective'>) => boolean) => ({
    name,
    role,
    cards: inFacetOrder.filter(belongs).map(({ id, facet, text }) => ({ id, facet, text })),
  });
  const known = new Set<string>(snapshot.columns.map(({ id }) => id));
  return [
    ...snapshot.columns.map(({ id, name, role }) => column(name, role, (card) => card.columnId === id)),
    // A column that somebody removed while another wrote in it: the words are kept.
    column('', '', (card) => !known.has(card.columnId)),
  ].filter((perspective) => perspective.cards.length > 0);
};

const factorsOf = (snapshot: BoardSnapshot, cards: readonly Card[]): ReportFactor[] => {
  const byId = new Map<string, Card>(cards.map((card) => [card.id, card]));
  const names = new Map(snapshot.themes.map(({ id, name }) => [id, name.trim()]));
  const places = new Map(snapshot.themes.map(({ id }, place) => [id, place]));
  const themePlace = ({ theme }: CardOf<'factor'>): number => (theme === null ? places.size : (places.get(theme) ?? 0));
  return ofKind(cards, 'factor')
    .toSorted(
      (a, b) =>
        themePlace(a) - themePlace(b) || factorCategories.indexOf(a.category) - factorCategories.indexOf(b.category),
    )
    .map(({ id, category, text, theme }) => ({
      id,
      category,
      ...(theme === null ? {} : { theme: names.get(theme) || 'A theme without a name' }),
      text,
      links: snapshot.links.flatMap((link) => {
        const target = byId.get(link.to);
        return link.from === id && target ? [{ meaning: meaningNames[link.meaning], text: headline(target.text) }] : [];
      }),
    }));
};

/** By the last vote on them. Never who gave them. */
const withDots = (results: readonly VoteResult[], on: Votable) => {
  const tallies = results.findLast((result) => result.on === on)?.tallies ?? [];
  const counts = new Map<string, number>(tallies.map(({ cardId, dots }) => [cardId, dots]));
  return <Part extends { id: string }>(part: Part): Part & { dots?: number } => {
    const dots = counts.get(part.id) ?? 0;
    return dots > 0 ? { ...part, dots } : part;
  };
};

const decisionsOf = ({ decisions, people }: ReportSource): ReportDecision[] => {
  const byId = new Map(people.map((person) => [person.id, person]));
  return decisions.map(({ id, text, atMs, by, present }) => ({
    id,
    text,
    at: atMs,
    by: byId.get(by)?.name ?? null,
    present: present.flatMap((one) => {
      const person = byId.get(one);
      return person === undefined || person.role === 'observer' ? [] : [person.name];
    }),
  }));
};

const picturesOf = ({ cards, narrative }: BoardSnapshot): ReportPicture[] => {
  const byId = new Map<string, Card>(cards.map((card) => [card.id, card]));
  return citedCards(narrative).flatMap((cardId) =>
    (byId.get(cardId)?.files ?? []).flatMap((file) => {
      const { id, name, alt, width, height } = file;
      return isPicture(file) && width !== null && height !== null ? [{ cardId, id, name, alt, width, height }] : [];
    }),
  );
};

const longestHeadline = 120;

const headline = (text: string): string => {
  const [first = ''] = text.trim().split(/\r?\n/, 1);
  return first.length > longestHeadline ? `${first.slice(0, longestHeadline - 1).trimEnd()}…`.toWellFormed() : first;
};
