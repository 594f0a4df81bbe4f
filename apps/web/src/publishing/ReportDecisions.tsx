// What the room decided, with when and who was there.
import type { ReportDecision } from '@hearth/learning/publishing/report';
import { clock, fullDay, listed } from '@hearth/review/time/words';
import styles from './ReportView.module.css';

interface ReportDecisionsProps {
  decisions: readonly ReportDecision[];
  /** IANA zone of the incident. */
  zone: string;
}

export const ReportDecisions = ({ decisions, zone }: ReportDecisionsProps) => (
  <ul className={styles.decisions}>
    {decisions.map(({ id, text, at, by, present }) => (
      <li key={id}>
        <p dir="auto">{text}</p>
        <p className="small">
          {fullDay(at, zone)}, {clock(at, zone)}
          {by !== null && `, noted by ${by}`}.{present.length > 0 && ` There: ${listed(present)}.`}
        </p>
      </li>
    ))}
  </ul>
);
