// Perspectives: a column for each responder, what they saw, expected, knew and did not know, and why it made sense.
import type { Column } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { PencilLine, Plus, UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Avatar } from '../design/Avatar.tsx';
import { Button, IconButton } from '../design/Button.tsx';
import { Field, TextInput } from '../design/Field.tsx';
import { Icon } from '../design/Icon.tsx';
import { PrivateWriting } from '../drafts/late-parts.ts';
import { useDrafts } from '../drafts/use-drafts.ts';
import { CardColumn } from './cards/CardColumn.tsx';
import { late } from '../shell/late.tsx';
import type { ZoneProps } from './canvas-size.ts';
import { useCommands } from './commands.tsx';
import { ToldDifferently } from './differently/late-parts.ts';
import { focusAfterComposer } from './focus.ts';
import { columnName } from './groups.ts';
import { useColumns, useSession, useStructure } from './session.tsx';
import { Zone } from './Zone.tsx';
import styles from './Perspectives.module.css';

const ColumnDialog = late(async () => (await import('./ColumnDialog.tsx')).ColumnDialog);

export const PerspectivesZone = ({ here, question }: ZoneProps) => {
  const { canWrite } = useSession();
  const columns = useColumns();
  const cards = useStructure('perspective', (card) => `${card.columnId}|${card.rank}`);
  const { writing, left, justRevealed } = useDrafts();
  const [adding, setAdding] = useState(false);
  const byColumn = useMemo(() => {
    const ids = new Map<string, CardId[]>(columns.map((column) => [column.id, []]));
    for (const card of cards) ids.get(card.columnId)?.push(card.id);
    return ids;
  }, [columns, cards]);
  const first = columns.map((column) => byColumn.get(column.id)?.[0]).find((id) => id !== undefined) ?? null;

  return (
    <Zone
      zone="perspectives"
      here={here}
      question={question}
      meta={cards.length > 0 && counted(cards.length, 'thought')}
    >
      {(writing !== null || left.length > 0) && <PrivateWriting />}
      <div className={styles.columns} data-cards data-revealed={justRevealed ? '' : undefined}>
        {columns.map((column) => (
          <ColumnOnBoard
            key={column.id}
            column={column}
            ids={byColumn.get(column.id) ?? []}
            first={first}
            here={here}
          />
        ))}
        {canWrite && writing === null && (
          <div className={styles.more}>
            {adding || columns.length === 0 ? (
              <NewColumn first={columns.length === 0} onClose={() => setAdding(false)} />
            ) : (
              <button type="button" data-add="column" className={styles.add} onClick={() => setAdding(true)}>
                <Icon of={UserPlus} />
                Add a person
              </button>
            )}
          </div>
        )}
        {!canWrite && columns.length === 0 && <p className={styles.none}>Each responder will have a column here.</p>}
      </div>
      <ToldDifferently />
    </Zone>
  );
};

interface ColumnProps {
  column: Column;
  ids: readonly CardId[];
  first: CardId | null;
  /** The room writes perspectives now: each column invites. */
  here: boolean;
}

const ColumnOnBoard = ({ column, ids, first, here }: ColumnProps) => {
  const name = columnName(column);
  const group = `perspective/${column.id}`;
  const { canWrite } = useSession();
  const commands = useCommands();
  const [changing, setChanging] = useState(false);
  return (
    <section className={styles.column} aria-labelledby={`column-${column.id}`}>
      <h3 id={`column-${column.id}`}>
        <Avatar name={name} size="s" decorative />
        <span dir="auto" className={styles.name}>
          {name}
        </span>
        <span className="meta">{column.role}</span>
      </h3>
      {canWrite && (
        <span className={styles.acts}>
          <IconButton icon={PencilLine} label={`Change the column of ${name}`} onClick={() => setChanging(true)} />
          <IconButton icon={Plus} label={`Write a perspective for ${name}`} onClick={() => commands.compose(group)} />
        </span>
      )}
      <CardColumn
        addElsewhere={!here && ids.length > 0}
        group={group}
        label={`What it was like for ${name}`}
        ids={ids}
        first={first}
      />
      {changing && <ColumnDialog column={column} empty={ids.length === 0} onClose={() => setChanging(false)} />}
    </section>
  );
};

const NewColumn = ({ first, onClose }: { first: boolean; onClose: () => void }) => {
  const commands = useCommands();
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const leave = (): void => {
    focusAfterComposer('column', null);
    onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const id = commands.addColumn(name, role);
        if (id === null) return;
        setName('');
        setRole('');
        focusAfterComposer(`perspective/${id}`, null);
        onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') leave();
      }}
    >
      {first && (
        <div>
          <p className={styles.ask}>Who was in it?</p>
          <p className="small">Each responder gets a column. Start with your own, and with what you saw.</p>
        </div>
      )}
      <Field label="Who">
        <TextInput
          value={name}
          autoFocus={!first}
          maxLength={80}
          placeholder="Priya Raman"
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label="Part in the incident">
        <TextInput
          value={role}
          maxLength={80}
          placeholder="Support"
          autoComplete="off"
          onChange={(event) => setRole(event.target.value)}
        />
      </Field>
      <div className="row">
        <Button submit look={name.trim() === '' ? 'line' : 'ink'}>
          Add the column
        </Button>
        {!first && <Button onClick={leave}>Cancel</Button>}
      </div>
    </form>
  );
};
