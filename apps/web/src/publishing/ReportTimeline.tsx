// The timeline of a report: one line to see it at a glance, and every event in words.
import { eventKindNames } from '@hearth/board/cards';
import type { ReportEvent } from '@hearth/learning/publishing/report';
import { dayOf } from '@hearth/review/time/wall-time';
import { clock, longDay } from '@hearth/review/time/words';
import { Clock, Star } from 'lucide-react';
import { Icon } from '../design/Icon.tsx';
import { IncidentLine } from './IncidentLine.tsx';
import { safeHref } from './report-story.ts';
import styles from './ReportTimeline.module.css';

export const ReportTimeline = ({ events, zone }: { events: readonly ReportEvent[]; zone: string }) => {
  return (
    <>
      <IncidentLine events={events} zone={zone} />
      <ol className={styles.events}>
        {withDays(events, zone).map(({ event, newDay }) => (
          <li key={event.id} id={`card-${event.id}`} tabIndex={-1} className={event.key ? styles.key : undefined}>
            {newDay !== null && <p className={styles.day}>{newDay}</p>}
            <p className={styles.time}>{timeOf(event, zone)}</p>
            <Icon of={event.key ? Star : Clock} size="s" solid={event.key} className={styles.icon} />
            <div className={styles.words}>
              <p>
                {event.key && <span className="vh">Key moment: </span>}
                {event.text}
              </p>
              <p className="meta">{[eventKindNames[event.kind], event.lane].filter(Boolean).join(', ')}</p>
              <Evidence event={event} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
};

/** Each event, with the day in words where one begins. */
const withDays = (events: readonly ReportEvent[], zone: string): { event: ReportEvent; newDay: string | null }[] => {
  const days = events.map(({ at }) => (at === null ? null : dayOf(at, zone)));
  return events.map((event, index) => {
    const before = days.slice(0, index).findLast((day) => day !== null);
    const begins = event.at !== null && days[index] !== before;
    return { event, newDay: begins && event.at !== null ? longDay(event.at, zone) : null };
  });
};

const timeOf = ({ at, endAt, precision }: ReportEvent, zone: string): string => {
  if (at === null) return 'time not known';
  const from = `${precision === 'about' ? 'about ' : ''}${clock(at, zone)}`;
  return endAt === null ? from : `${from} to ${clock(endAt, zone)}`;
};

const Evidence = ({ event }: { event: ReportEvent }) => {
  const links = event.evidence.flatMap(({ label, url }) => {
    const href = safeHref(url);
    return href === null ? [] : [{ href, label: label || href }];
  });
  if (links.length === 0) return null;
  return (
    <p className={styles.evidence}>
      {links.map(({ href, label }) => (
        <a key={href} href={href} rel="noreferrer noopener">
          {label}
        </a>
      ))}
    </p>
  );
};
