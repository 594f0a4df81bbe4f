// What is there for the moment between the first byte and the first page.
import { Mark } from '../design/Mark.tsx';
import styles from './Starting.module.css';

export const Starting = () => (
  <main className={styles.starting}>
    <Mark />
    <h1 className="vh">Hearth</h1>
    <output className="vh">Hearth is starting</output>
  </main>
);
