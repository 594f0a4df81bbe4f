// Above an agenda in the editor: what was changed in it by the meetings that were held by it. Not saved yet.
import type { Hint } from '@hearth/review/record/hints';
import { minutesOf } from '@hearth/review/templates/template';
import { counted } from '@hearth/review/time/words';
import { Notice } from '../design/Notice.tsx';
import styles from './After.module.css';
import { hintWords } from './words.ts';

interface HintsTakenProps {
  hints: readonly Hint[];
  before: readonly { minutes: number }[];
  after: readonly { minutes: number }[];
}

export const HintsTaken = ({ hints, before, after }: HintsTakenProps) => (
  <Notice live="none" title="From your meetings." className={styles.taken}>
    {counted(minutesOf({ stages: before }), 'minute')} become {minutesOf({ stages: after })}. Look it over, change what
    you like, then save it: nothing is saved yet.
    <ul className={styles.lines}>
      {hints.map((hint) => (
        <li key={hint.stageId}>{hintWords(hint)}</li>
      ))}
    </ul>
  </Notice>
);
