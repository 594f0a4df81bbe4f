// Form fields: a label, the control, a hint, and the sentence that says what is wrong with it.
import { createContext, useContext, useId, type ComponentProps, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import styles from './Field.module.css';

interface FieldWiring {
  id: string;
  describedBy: string | undefined;
  wrong: boolean;
}

const FieldContext = createContext<FieldWiring | null>(null);

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, as a sentence that says what to do. */
  problem?: string | null | undefined;
  /** The label is read out and not shown. */
  quietLabel?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** Wires one TextInput, TextArea or Select to its label, hint and problem. */
export const Field = ({ label, hint, problem, quietLabel = false, className, children }: FieldProps) => {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return (
    <div className={classes(styles.field, className)}>
      <label htmlFor={id} className={quietLabel ? 'vh' : styles.label}>
        {label}
      </label>
      <FieldContext value={{ id, describedBy: described || undefined, wrong: Boolean(problem) }}>
        {children}
      </FieldContext>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
    </div>
  );
};

/** A sentence about what is wrong: ink, an icon, no red. */
export const Problem = ({ id, children }: { id?: string; children: ReactNode }) => (
  <p className={styles.problem} id={id}>
    <Icon of={CircleAlert} className={styles.problemIcon} />
    <span>{children}</span>
  </p>
);

const useWiring = () => {
  const field = useContext(FieldContext);
  return field === null
    ? {}
    : {
        id: field.id,
        'aria-describedby': field.describedBy,
        'aria-invalid': field.wrong ? (true as const) : undefined,
      };
};

export const TextInput = ({ className, ...rest }: ComponentProps<'input'>) => (
  <input dir="auto" {...useWiring()} {...rest} className={classes(styles.input, className)} />
);

export const TextArea = ({ className, ...rest }: ComponentProps<'textarea'>) => (
  <textarea dir="auto" {...useWiring()} {...rest} className={classes(styles.input, styles.area, className)} />
);

export const Select = ({ className, ...rest }: ComponentProps<'select'>) => (
  <select {...useWiring()} {...rest} className={classes(styles.input, className)} />
);

type CheckProps = Omit<ComponentProps<'input'>, 'type'> & { hint?: ReactNode };

/** A checkbox with its words beside it. */
export const Checkbox = ({ children, hint, className, ...rest }: CheckProps) => (
  <label className={classes(styles.check, className)}>
    <input type="checkbox" {...rest} />
    <span>
      {children} {hint && <span className={styles.hint}>{hint}</span>}
    </span>
  </label>
);

/** A radio button with its words beside it. */
export const Radio = ({ children, hint, className, ...rest }: CheckProps) => (
  <label className={classes(styles.check, className)}>
    <input type="radio" {...rest} />
    <span>
      {children} {hint && <span className={styles.hint}>{hint}</span>}
    </span>
  </label>
);

interface FieldGroupProps {
  legend: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

/** Controls that answer one question together, such as radio buttons. */
export const FieldGroup = ({ legend, className, children }: FieldGroupProps) => (
  <fieldset className={classes(styles.group, className)}>
    <legend className={styles.label}>{legend}</legend>
    {children}
  </fieldset>
);
