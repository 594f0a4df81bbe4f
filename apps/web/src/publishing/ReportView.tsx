// A report as its readers see it: story first, then what it rests on, learnings, actions, references, thanks.
import { citedCards } from '@hearth/learning/publishing/cited-cards';
import type { Report, ReportPicture } from '@hearth/learning/publishing/report';
import { severityNames, type Detection } from '@hearth/review/incident';
import { Fragment, useMemo, type ReactNode } from 'react';
import { PageTitle } from '../shell/page-title.tsx';
import { safeHref, readStory, type Story } from './report-story.ts';
import { citedCardsOf, orderedActions, sectionTitles, startsUntitled, type SectionId } from './report-sections.ts';
import { NarrativeBlock, NarrativeNodes, type CitedCards } from './Narrative.tsx';
import { ReportDecisions } from './ReportDecisions.tsx';
import { ReportFactors } from './ReportFactors.tsx';
import { ReportPerspectives } from './ReportPerspectives.tsx';
import { ReportPictures } from './ReportPictures.tsx';
import { ReportTimeline } from './ReportTimeline.tsx';
import { statusNames } from '@hearth/learning/action-items/model';
import { dayOf } from '@hearth/review/time/wall-time';
import { counted, durationInWords, fullDay, listed, shortDay, spanInWords, zoneName } from '@hearth/review/time/words';
import styles from './ReportView.module.css';

interface ReportViewProps {
  report: Report;
  above: string;
  /** Where a picture is read from, by its id. */
  pictureUrl: (id: string) => string;
}

export const ReportView = ({ report, above, pictureUrl }: ReportViewProps) => {
  const story = useMemo(() => readStory(report.narrative), [report]);
  const cited = useMemo(() => citedCardsOf(report), [report]);
  const [ledePictures = [], ...bodyPictures] = useMemo(
    () => picturesByPart(story, report.pictures ?? []),
    [story, report],
  );
  return (
    <article className={styles.prose}>
      <p className={styles.above}>{above}</p>
      <PageTitle className={styles.title}>{report.incident.title}</PageTitle>
      {story.lede.length > 0 && (
        <div className={styles.lede}>
          <NarrativeNodes nodes={story.lede} cited={cited} pictureUrl={pictureUrl} />
        </div>
      )}
      <ReportPictures pictures={ledePictures} urlOf={pictureUrl} />
      <Facts report={report} />
      <StoryBody story={story} cited={cited} pictures={bodyPictures} urlOf={pictureUrl} />
      <Section id="timeline" when={report.timeline.length > 0}>
        <ReportTimeline events={report.timeline} zone={report.incident.zone} />
      </Section>
      <Section id="perspectives" when={report.perspectives.some(({ cards }) => cards.length > 0)}>
        <ReportPerspectives perspectives={report.perspectives} />
      </Section>
      <Section id="factors" when={report.factors.length > 0}>
        <ReportFactors factors={report.factors} />
      </Section>
      <Section id="learnings" when={report.learnings.length > 0}>
        {report.learnings.map(({ id, text, dots = 0 }) => (
          <p key={id} id={`card-${id}`} tabIndex={-1} className={styles.learning}>
            {text}
            {dots > 0 && <span className={styles.ofCategory}> {counted(dots, 'dot')} in the vote</span>}
          </p>
        ))}
      </Section>
      <Section id="decisions" when={(report.decisions ?? []).length > 0}>
        <ReportDecisions decisions={report.decisions ?? []} zone={report.incident.zone} />
      </Section>
      <Section id="actions" when={report.actions.length > 0}>
        <Actions report={report} />
      </Section>
      <Section id="references" when={report.incident.links.length > 0}>
        <ul className={styles.references}>
          {report.incident.links.map(({ label, url }) => {
            const href = safeHref(url);
            return (
              <li key={`${label} ${url}`}>
                {href === null ? (
                  label
                ) : (
                  <a href={href} rel="noreferrer noopener">
                    {label || href}
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      </Section>
      <Footer report={report} />
    </article>
  );
};

const Section = ({ id, when, children }: { id: SectionId; when: boolean; children: ReactNode }) =>
  when ? (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {sectionTitles[id]}
      </h2>
      {children}
    </section>
  ) : null;

const noticedBy: Record<Exclude<Detection, 'unknown'>, string> = {
  person: 'A colleague',
  monitoring: 'Monitoring',
  customer: 'A customer',
};

const Facts = ({ report }: { report: Report }) => {
  const { incident } = report;
  const facts: [string, string][] = [];
  if (incident.startedAt !== null) {
    const zone = incident.zone === 'UTC' ? 'UTC' : zoneName(incident.startedAt, incident.zone);
    facts.push(['When', `${spanInWords(incident.startedAt, incident.resolvedAt, incident.zone)} (${zone})`]);
  }
  if (report.durationMinutes !== null) facts.push(['Duration', durationInWords(report.durationMinutes)]);
  facts.push(['Severity', severityNames[incident.severity]]);
  if (incident.services.length > 0) facts.push(['Services', listed(incident.services)]);
  if (incident.impact !== '') facts.push(['Impact', incident.impact]);
  if (incident.detection !== 'unknown') facts.push(['Noticed by', noticedBy[incident.detection]]);
  if (incident.reference !== '') facts.push(['Reference', incident.reference]);
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** Pictures of the opening, then of each block of the body: each where its card is cited first. */
const picturesByPart = (story: Story, pictures: readonly ReportPicture[]): ReportPicture[][] => {
  const shown = new Set<string>();
  return [{ type: 'doc', content: story.lede }, ...story.body.map(({ node }) => node)].map((part) =>
    citedCards(part).flatMap((cardId) => {
      if (shown.has(cardId)) return [];
      shown.add(cardId);
      return pictures.filter((picture) => picture.cardId === cardId);
    }),
  );
};

interface StoryBodyProps {
  story: Story;
  cited: CitedCards;
  /** For each block of the body. */
  pictures: readonly (readonly ReportPicture[])[];
  urlOf: (id: string) => string;
}

const StoryBody = ({ story, cited, pictures, urlOf }: StoryBodyProps) => (
  <>
    {startsUntitled(story) && (
      <h2 id="story" tabIndex={-1}>
        {sectionTitles.story}
      </h2>
    )}
    {story.body.map(({ node, heading }, index) => (
      <Fragment key={heading?.id ?? index}>
        <NarrativeBlock node={node} heading={heading} cited={cited} pictureUrl={urlOf} />
        <ReportPictures pictures={pictures[index] ?? []} urlOf={urlOf} />
      </Fragment>
    ))}
  </>
);

const Actions = ({ report }: { report: Report }) => {
  const today = dayOf(report.publishedAtMs, report.incident.zone);
  return (
    <table className={styles.actions}>
      <caption className="vh">Improvement actions</caption>
      <thead>
        <tr>
          <th scope="col">Action</th>
          <th scope="col">Owner</th>
          <th scope="col">Priority</th>
          <th scope="col">Due</th>
        </tr>
      </thead>
      <tbody>
        {orderedActions(report).map((action) => (
          <tr key={action.id}>
            <td>
              {action.text}
              {action.ticket && <span className={styles.ticket}>{action.ticket}</span>}
            </td>
            <td>{action.owner ?? 'no owner yet'}</td>
            <td>{action.priority ?? ''}</td>
            <td>{dueWords(action, today)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const dueWords = ({ status, due }: Report['actions'][number], today: string): string => {
  if (status === 'completed') return 'done';
  if (status === 'wont_do') return statusNames.wont_do.toLowerCase();
  return due === null ? '' : shortDay(due, today);
};

const Footer = ({ report }: { report: Report }) => {
  const names = report.people.filter(({ name }) => name !== report.facilitator).map(({ name }) => name);
  const days = report.daysAfterIncident;
  return (
    <footer className={styles.end}>
      {(names.length > 0 || report.facilitator !== null) && (
        <p>
          {names.length > 0 && `Told by ${listed(names)}. `}
          {report.facilitator !== null && `Facilitated by ${report.facilitator}. `}Thank you.
        </p>
      )}
      <p>
        {days !== null && `Published ${days <= 0 ? 'on the day of' : `${counted(days, 'day')} after`} the incident. `}
        Last updated {fullDay(report.publishedAtMs, report.incident.zone)}.
      </p>
    </footer>
  );
};
