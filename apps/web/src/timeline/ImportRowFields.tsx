// One row of an import.
import { memo, useId } from 'react';
import { Problem, TextArea, TextInput } from '../design/Field.tsx';
import { classes } from '../design/classes.ts';
import { markOf, withTime, type ImportRow, type TimeFrame } from './import-rows.ts';
import check from '../design/Field.module.css';
import styles from './ImportPage.module.css';

interface ImportRowFieldsProps {
  row: ImportRow;
  frame: TimeFrame;
  onChange: (row: ImportRow) => void;
}

const Row = ({ row, frame, onChange }: ImportRowFieldsProps) => {
  const id = useId();
  const mark = row.included ? markOf(row, frame) : null;
  const invalid = (field: 'time' | 'text') => (mark?.field === field && mark.blocks ? true : undefined);
  return (
    <tr className={classes(!row.included && styles.left, mark !== null && styles.marked)}>
      <td>
        <label className={check.check}>
          <input
            type="checkbox"
            checked={row.included}
            onChange={(event) => onChange({ ...row, included: event.target.checked })}
          />
          <span className="vh">Take in line {row.line}</span>
        </label>
      </td>
      <td>
        <TextInput
          aria-label={`Time of line ${row.line}`}
          aria-invalid={invalid('time')}
          aria-describedby={mark ? `${id}-mark` : undefined}
          value={row.time}
          disabled={!row.included}
          placeholder="order only"
          onChange={(event) => onChange(withTime(row, event.target.value))}
        />
      </td>
      <td>
        <TextArea
          aria-label={`What happened, line ${row.line}`}
          aria-invalid={invalid('text')}
          className={styles.words}
          rows={1}
          value={row.text}
          disabled={!row.included}
          onChange={(event) => onChange({ ...row, text: event.target.value })}
        />
        {mark && <Problem id={`${id}-mark`}>{mark.sentence}</Problem>}
      </td>
      <td className={styles.written}>
        <span className={styles.writtenTime}>{row.written || 'no time'}</span>
        <span className="meta">line {row.line}</span>
      </td>
    </tr>
  );
};

/** A long timeline has a thousand of these: a letter typed in one draws only that one anew. */
export const ImportRowFields = memo(Row);
