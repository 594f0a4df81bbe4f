// What is there for the moment between the first byte and the first page.
import { Mark } from '../design/Mark.tsx';
import styles from './Starting.module.css';

export const Starting = () => (
  <output className={styles.starting}>
    <Mark />
    <span className="vh">Hearth is starting</span>
  </output>
);
