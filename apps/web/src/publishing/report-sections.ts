// Which sections a report has, in reading order, and what its citations lead to. Pure.
import type { Report } from '@hearth/learning/publishing/report';
import type { Priority } from '@hearth/learning/action-items/model';
import { clock } from '@hearth/review/time/words';
import type { CitedCard, CitedCards } from './Narrative.tsx';
import type { Story } from './report-story.ts';

export interface TocEntry {
  id: string;
  text: string;
}

export const sectionTitles = {
  story: 'How we got here',
  timeline: 'What happened, and when',
  perspectives: 'From where people stood',
  factors: 'What made it possible',
  learnings: 'What we understand now',
  decisions: 'What we decided',
  actions: 'What we are doing',
  references: 'To look at',
} as const;
export type SectionId = keyof typeof sectionTitles;

/** Sections that have something in them. The story's own top headings stand for it where it has any. */
export const tableOfContents = (report: Report, story: Story): TocEntry[] => {
  const own = story.body.flatMap(({ heading }) =>
    heading?.level === 2 ? [{ id: heading.id, text: heading.text }] : [],
  );
  const filled: Record<Exclude<SectionId, 'story'>, boolean> = {
    timeline: report.timeline.length > 0,
    perspectives: report.perspectives.some(({ cards }) => cards.length > 0),
    factors: report.factors.length > 0,
    learnings: report.learnings.length > 0,
    decisions: (report.decisions ?? []).length > 0,
    actions: report.actions.length > 0,
    references: report.incident.links.length > 0,
  };
  const entries = (Object.keys(filled) as (keyof typeof filled)[]).flatMap((id) =>
    filled[id] ? [{ id, text: sectionTitles[id] }] : [],
  );
  return [...(startsUntitled(story) ? [{ id: 'story', text: sectionTitles.story }] : []), ...own, ...entries];
};

/** Whether the story begins without a heading of its own, so that the page gives it one. */
export const startsUntitled = (story: Story): boolean => story.body[0] !== undefined && story.body[0].heading === null;

/** What the citations of a report can lead to: every card that the page shows. */
export const citedCardsOf = (report: Report): CitedCards =>
  new Map<string, CitedCard>([
    ...report.timeline.map(({ id, at, precision }): [string, CitedCard] => [
      id,
      {
        kind: 'event',
        lead: at === null ? '' : `${precision === 'about' ? 'about ' : ''}${clock(at, report.incident.zone)} `,
      },
    ]),
    ...report.perspectives.flatMap(({ name, cards }) =>
      cards.map(({ id }): [string, CitedCard] => [id, { kind: 'perspective', lead: name === '' ? '' : `${name}: ` }]),
    ),
    ...report.factors.map(({ id }): [string, CitedCard] => [id, { kind: 'factor', lead: '' }]),
    ...report.learnings.map(({ id }): [string, CitedCard] => [id, { kind: 'learning', lead: '' }]),
  ]);

const priorityOrder: Record<Priority | 'none', number> = { P1: 0, P2: 1, P3: 2, none: 3 };

/** Actions in the order a reader wants them: by priority, then by day. */
export const orderedActions = (report: Report): Report['actions'] =>
  [...report.actions].sort(
    (a, b) =>
      priorityOrder[a.priority ?? 'none'] - priorityOrder[b.priority ?? 'none'] ||
      (a.due ?? '9999').localeCompare(b.due ?? '9999'),
  );
