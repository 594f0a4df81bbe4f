// The opening statement: filled from the incident until the facilitator puts it in words of their own.
import { commandLimits } from '@hearth/review/facilitation/command';
import type { Incident } from '@hearth/review/incident';
import { openingStatement, statementParagraphs } from '@hearth/review/opening/statement';
import { Pencil } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../design/Button.tsx';
import { Field, TextArea } from '../design/Field.tsx';
import { useCommand, useFacilitation } from '../facilitation/use-facilitation.ts';
import styles from './OpeningPanel.module.css';

interface StatementProps {
  /** What the facilitator made of it; undefined while it is the incident's. */
  own: string | undefined;
  incident: Incident;
}

export const Statement = ({ own, incident }: StatementProps) => {
  const { facilitates } = useFacilitation();
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    flushSync(() => setEditing(false));
    edit.current?.focus();
  };
  if (editing && facilitates) return <Editor own={own} incident={incident} onClose={close} />;
  return (
    <div className={styles.statement}>
      {statementParagraphs(own, incident).map((paragraph, index) => (
        <p key={index} dir="auto">
          {paragraph}
        </p>
      ))}
      {facilitates && (
        <Button ref={edit} icon={Pencil} onClick={() => setEditing(true)}>
          {own === undefined ? 'Put it in your own words' : 'Edit the statement'}
        </Button>
      )}
    </div>
  );
};

const Editor = ({ own, incident, onClose }: StatementProps & { onClose: () => void }) => {
  const command = useCommand();
  const [text, setText] = useState(own ?? openingStatement(incident));
  const keep = async (words: string | null): Promise<void> => {
    if (await command({ kind: 'word-opening', text: words })) onClose();
  };
  const submit = (): void => {
    const words = text.trim();
    void keep(words === '' || words === openingStatement(incident) ? null : words);
  };
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          onClose();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          submit();
        }
        event.stopPropagation();
      }}
    >
      <Field label="Opening statement" hint="An empty line begins a new paragraph.">
        <TextArea
          autoFocus
          rows={12}
          maxLength={commandLimits.opening}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div className={styles.acts}>
        <Button look="ink" submit>
          Keep it
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        {own !== undefined && <Button onClick={() => void keep(null)}>As Hearth words it</Button>}
      </div>
    </form>
  );
};
