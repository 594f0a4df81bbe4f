// One calm line in the facilitator's bar: the next good question, and the way to all of it.
import { Lightbulb } from 'lucide-react';
import { Icon } from '../design/Icon.tsx';
import { openPrompts } from './open-prompts.ts';
import { useNextQuestion } from './use-next-question.ts';
import styles from './Prompts.module.css';

export const NextLine = () => {
  const { current } = useNextQuestion();
  if (!current) return null;
  return (
    <button type="button" className={styles.line} title={current.why} onClick={openPrompts}>
      <Icon of={Lightbulb} size="s" />
      <span className="vh">Next good question: </span>
      <span className={styles.lineWords}>{current.question}</span>
    </button>
  );
};
