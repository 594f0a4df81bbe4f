// Where a decision is noted, as it is made: who is in the room and the time are noted with it.
import { commandLimits } from '@hearth/review/facilitation/command';
import { useLayoutEffect, useRef, useState } from 'react';
import { useAnnounce } from '../design/announce.tsx';
import { Button } from '../design/Button.tsx';
import { Field, TextArea } from '../design/Field.tsx';
import { useCommand } from '../facilitation/use-facilitation.ts';
import { randomId } from '../live/random-id.ts';
import styles from './Decisions.module.css';

export const DecisionField = ({ focused = false }: { focused?: boolean }) => {
  const command = useCommand();
  const announce = useAnnounce();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  /** The same until it is taken, so that one that is sent twice is noted once. */
  const id = useRef(randomId());
  useLayoutEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  const submit = async (): Promise<void> => {
    const words = text.trim();
    if (words === '' || busy) return;
    setBusy(true);
    const taken = await command({ kind: 'decide', id: id.current, text: words });
    setBusy(false);
    if (!taken) return;
    id.current = randomId();
    setText('');
    announce(`Decision noted: ${words}`);
    field.current?.focus();
  };
  return (
    <form
      className={styles.field}
      aria-label="Note a decision"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label="What was decided" hint="The time and who is here are noted with it.">
        <TextArea
          ref={field}
          data-autofocus={focused ? '' : undefined}
          rows={2}
          maxLength={commandLimits.decision}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void submit();
          }}
        />
      </Field>
      <Button look="line" submit busy={busy} aria-disabled={text.trim() === '' ? true : undefined}>
        Note it
      </Button>
    </form>
  );
};
