import type { Column } from '@hearth/board/cards';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Field, TextInput } from '../design/Field.tsx';
import { useCommands } from './commands.tsx';
import styles from './Perspectives.module.css';

interface ColumnDialogProps {
  column: Column;
  /** Only a column without cards can be removed. */
  empty: boolean;
  onClose: () => void;
}

/** Name and part of the person whose column it is. */
export const ColumnDialog = ({ column, empty, onClose }: ColumnDialogProps) => {
  const commands = useCommands();
  const [name, setName] = useState(column.name);
  const [role, setRole] = useState(column.role);
  return (
    <Dialog
      title="Column"
      width="narrow"
      onClose={onClose}
      actions={
        <>
          {empty && (
            <Button
              onClick={() => {
                commands.removeColumn(column.id);
                onClose();
              }}
            >
              Remove the column
            </Button>
          )}
          <Button submit form="column-form" look="ink" disabled={name.trim() === ''}>
            Keep
          </Button>
        </>
      }
    >
      <form
        id="column-form"
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          commands.changeColumn(column.id, name, role);
          onClose();
        }}
      >
        <Field label="Who">
          <TextInput value={name} maxLength={80} autoComplete="off" onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="Part in the incident" hint={empty ? undefined : 'A column with cards in it stays.'}>
          <TextInput value={role} maxLength={80} autoComplete="off" onChange={(event) => setRole(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
};
