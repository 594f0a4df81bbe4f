// How it stands with all actions, told in a sentence and not in a row of big numbers.
import type { TrackerSummary } from '@hearth/learning/action-items/tracker';
import { counted } from '@hearth/review/time/words';
import styles from './TrackerPage.module.css';

export const TrackerSentence = ({ summary }: { summary: TrackerSummary }) => {
  const { completed, total, onTime, averageDays, open, openOverdue, openOlderThan90Days, wontDo } = summary;
  return (
    <p className={styles.told}>
      <strong>
        {completed} of {total}
      </strong>{' '}
      {total === 1 ? 'action' : 'actions'} completed
      {completed > 0 && onTime > 0 && (
        <>
          , <strong>{onTime}</strong> of them on time
        </>
      )}
      {averageDays !== null && (
        <>
          , in <strong>{averageDays < 1 ? 'less than a day' : counted(Math.round(averageDays), 'day')}</strong> on
          average
        </>
      )}
      . {open > 0 && openWords(open, openOverdue, openOlderThan90Days)}
      {wontDo > 0 && `${wontDo} will not be done and ${wontDo === 1 ? 'is' : 'are'} counted apart.`}
    </p>
  );
};

const openWords = (open: number, overdue: number, old: number): string => {
  const late = overdue > 0 ? `${overdue} ${overdue === 1 ? 'is past its' : 'are past their'} day` : '';
  const aged = old > 0 ? `${old} ${old === 1 ? 'is' : 'are'} older than 90 days` : '';
  const told = [late, aged].filter(Boolean).join(', ');
  return told === '' ? `${open} still open, all within their time. ` : `Of the ${open} still open, ${told}. `;
};
