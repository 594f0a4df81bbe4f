// Both versions of what two people changed at the same time.
import { Button } from '../design/Button.tsx';
import { fieldNames, type FieldConflict } from './item-draft.ts';
import styles from './ItemDialog.module.css';

interface ItemConflictProps {
  conflicts: readonly FieldConflict[];
  onTakeTheirs: () => void;
}

export const ItemConflict = ({ conflicts, onTakeTheirs }: ItemConflictProps) => (
  <section className={styles.conflict} role="alert">
    <p>
      <strong>Somebody changed this in the meantime.</strong>{' '}
      {conflicts.length === 0
        ? 'Not what you changed: theirs is filled in below. Save to add yours.'
        : 'Nothing is saved yet. Yours stands in the fields below.'}
    </p>
    {conflicts.length > 0 && (
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">Field</span>
            </th>
            <th scope="col">Theirs</th>
            <th scope="col">Yours</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ field, mine, theirs }) => (
            <tr key={field}>
              <th scope="row">{fieldNames[field]}</th>
              <td>{theirs}</td>
              <td>{mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <Button look="line" onClick={onTakeTheirs}>
      Take theirs
    </Button>
  </section>
);
