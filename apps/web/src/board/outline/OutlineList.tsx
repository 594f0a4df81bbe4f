// Cards one below the other, as a list of its own on a phone.
import type { CardId } from '@hearth/review/ids';
import { classes } from '../../design/classes.ts';
import { OutlineItem } from './OutlineItem.tsx';
import styles from './Outline.module.css';

export const OutlineList = ({ ids, label }: { ids: readonly CardId[]; label: string }) => (
  <div className={classes(styles.zone, styles.cards)}>
    <ul className={styles.list} aria-label={label}>
      {ids.map((id, index) => (
        <li key={id} className={styles.item}>
          <OutlineItem id={id} look="cards" first={index === 0} />
        </li>
      ))}
    </ul>
  </div>
);
