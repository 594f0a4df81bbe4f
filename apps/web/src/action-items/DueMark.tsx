// When an action is due, or how far past it is: a word on a quiet fill, no alarm.
import type { ActionItem } from '@hearth/learning/action-items/model';
import { daysOver } from '@hearth/learning/action-items/tracker';
import { dayOf } from '@hearth/review/time/wall-time';
import { counted, shortDay } from '@hearth/review/time/words';
import { Hourglass } from 'lucide-react';
import { Icon } from '../design/Icon.tsx';
import { localZone } from '../time/zones.ts';
import styles from './DueMark.module.css';

/** "3 days over", on a quiet fill; nothing while it is not. @param today  YYYY-MM-DD. */
export const LateMark = ({ item, today }: { item: ActionItem; today: string }) => {
  const days = daysOver(item, today);
  return days === 0 ? null : (
    <span className={styles.late}>
      <Icon of={Hourglass} size="s" /> {counted(days, 'day')} over
    </span>
  );
};

/** `4 Dec`, or `done 16 Nov`; empty while no day is named. @param today  YYYY-MM-DD. */
export const dueWords = (item: ActionItem, today: string): string => {
  if (item.completedAtMs !== null) return `done ${shortDay(dayOf(item.completedAtMs, localZone()), today)}`;
  return item.due === null ? '' : shortDay(item.due, today);
};
