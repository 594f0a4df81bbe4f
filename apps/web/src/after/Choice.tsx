// One question that is answered by one of a few words or figures, or not at all.
import { Button } from '../design/Button.tsx';
import styles from './Choice.module.css';
import { useId } from 'react';

interface ChoiceProps<Value extends string | number> {
  question: string;
  options: readonly { value: Value; label: string; /** Where the label alone says too little. */ spoken?: string }[];
  /** Words at both ends of a scale. */
  ends?: readonly [low: string, high: string];
  value: Value | null;
  onChange: (value: Value | null) => void;
}

export const Choice = <Value extends string | number>({
  question,
  options,
  ends,
  value,
  onChange,
}: ChoiceProps<Value>) => {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.question}>{question}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              aria-label={option.spoken}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span aria-hidden={option.spoken !== undefined}>{option.label}</span>
          </label>
        ))}
        {value !== null && (
          <Button className={styles.clear} onClick={() => onChange(null)}>
            Leave it out<span className="vh">: {question}</span>
          </Button>
        )}
      </div>
      {ends && (
        <p className={styles.ends} aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      )}
    </fieldset>
  );
};
