// A choice among a few words, one of them taken.
import { classes } from './classes.ts';
import styles from './Segmented.module.css';

interface SegmentedProps<Value extends string> {
  /** What is chosen, such as "Whose actions". */
  label: string;
  options: readonly { value: Value; label: string }[];
  /** null while none is taken. */
  value: Value | null;
  onChange: (value: Value) => void;
  className?: string | undefined;
}

export const Segmented = <Value extends string>({
  label,
  options,
  value,
  onChange,
  className,
}: SegmentedProps<Value>) => (
  <fieldset className={classes(styles.segmented, className)} aria-label={label}>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        aria-pressed={option.value === value}
        onClick={() => onChange(option.value)}
      >
        {option.label}
      </button>
    ))}
  </fieldset>
);
