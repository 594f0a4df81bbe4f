// The status of an action by shape and word; colour says nothing here.
import { statusNames, type ActionStatus } from '@hearth/learning/action-items/model';
import { classes } from '../design/classes.ts';
import styles from './StatusMark.module.css';

export const StatusMark = ({ status }: { status: ActionStatus }) => (
  <span className={styles.status}>
    <span aria-hidden="true" className={classes(styles.shape, styles[status])} />
    {statusNames[status]}
  </span>
);
