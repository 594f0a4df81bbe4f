// The actions as a table of sections; on a phone, as a list.
import type { ActionItem } from '@hearth/learning/action-items/model';
import { daysOver } from '@hearth/learning/action-items/tracker';
import type { TrackedItem } from '@hearth/protocol/http/action-items';
import { counted, shortDay } from '@hearth/review/time/words';
import { BookOpenText, CircleArrowRight } from 'lucide-react';
import { Person } from '../design/Avatar.tsx';
import { Icon } from '../design/Icon.tsx';
import { safeHref } from '../publishing/report-story.ts';
import { Link } from '../router/Router.tsx';
import { dueWords, LateMark } from './DueMark.tsx';
import { onlyFieldsFollow } from './panel/draft.ts';
import { StatusMark } from './StatusMark.tsx';
import styles from './TrackerPage.module.css';

interface TrackerTableProps {
  sections: readonly { name: string; items: readonly TrackedItem[] }[];
  /** YYYY-MM-DD */
  today: string;
  nowMs: number;
  onEdit: (id: string) => void;
}

export const TrackerTable = ({ sections, today, nowMs, onEdit }: TrackerTableProps) => (
  <table className={styles.table}>
    <caption className="vh">Actions by what they need</caption>
    <colgroup>
      <col />
      <col className={styles.ownerColumn} />
      <col className={styles.statusColumn} />
      <col className={styles.priorityColumn} />
      <col className={styles.dueColumn} />
    </colgroup>
    <thead>
      <tr>
        <th scope="col">Action</th>
        <th scope="col">Owner</th>
        <th scope="col">Status</th>
        <th scope="col">Priority</th>
        <th scope="col">Due</th>
      </tr>
    </thead>
    {sections.map(({ name, items }) => (
      <tbody key={name}>
        <tr className={styles.section}>
          <th colSpan={5} scope="rowgroup">
            {name} <span className="meta">{items.length}</span>
          </th>
        </tr>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} today={today} nowMs={nowMs} onEdit={() => onEdit(item.id)} />
        ))}
      </tbody>
    ))}
  </table>
);

const ItemRow = (props: { item: TrackedItem; today: string; nowMs: number; onEdit: () => void }) => {
  const { item, today, nowMs, onEdit } = props;
  const late = daysOver(item, today) > 0;
  const quiet = quietDays(item, nowMs);
  return (
    <tr>
      <td>
        <button type="button" className={styles.text} onClick={onEdit}>
          <Icon of={CircleArrowRight} />
          <span>
            {item.text}
            <span className="vh">, edit</span>
          </span>
        </button>
        <p className={styles.source}>
          <Link to={`/reviews/${item.reviewId}`} className={styles.review}>
            <Icon of={BookOpenText} size="s" />
            <span>{item.reviewTitle}</span>
          </Link>
          {!onlyFieldsFollow(item.source.sentence, item.text) && (
            <span className={styles.sentence}>“{item.source.sentence}”</span>
          )}
        </p>
      </td>
      <td>{item.owner ? <Person name={item.owner} /> : <span className="meta">no owner yet</span>}</td>
      <td>
        <StatusMark status={item.status} />
        {quiet >= 14 && <p className="meta">no progress for {counted(quiet, 'day')}</p>}
      </td>
      <td className={styles.priority}>{item.priority ?? <span className="vh">none</span>}</td>
      <td>
        <LateMark item={item} today={today} />
        {late && item.due !== null ? (
          <p className="meta">was due {shortDay(item.due, today)}</p>
        ) : (
          dueWords(item, today)
        )}
        <Ticket ticket={item.ticket} />
        {item.completionNote !== '' && <p className="meta">“{item.completionNote}”</p>}
      </td>
    </tr>
  );
};

/** Days without any change, of an action that is still open. */
const quietDays = (item: ActionItem, nowMs: number): number =>
  item.status === 'completed' || item.status === 'wont_do' ? 0 : Math.floor((nowMs - item.updatedAtMs) / 86_400_000);

const Ticket = ({ ticket }: { ticket: string | null }) => {
  if (ticket === null) return null;
  const href = safeHref(ticket);
  return (
    <p className="meta">
      {href === null ? (
        ticket
      ) : (
        <a href={href} rel="noreferrer noopener">
          {ticket.split('/').at(-1) || ticket}
        </a>
      )}
    </p>
  );
};
