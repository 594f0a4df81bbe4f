// The owner's account begins without a name of its own. Others meet it in the room, so ask once, where it is seen.
import { useState, type FormEvent } from 'react';
import { UserRound } from 'lucide-react';
import { useRename, useSession } from '../access/queries.ts';
import { adviceOf } from '../api/api-error.ts';
import { Button } from '../design/Button.tsx';
import { Field, TextInput } from '../design/Field.tsx';
import { Notice } from '../design/Notice.tsx';
import styles from './NameYourself.module.css';

/** What the server calls an account that nobody has named. */
const unnamed = 'Owner';

export const NameYourself = () => {
  const session = useSession();
  const rename = useRename();
  const [name, setName] = useState('');
  if (session.data?.account?.name !== unnamed) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') rename.mutate(name.trim());
  };
  return (
    <Notice icon={UserRound} live="none" className={styles.notice}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p className={styles.words}>
          <strong>What shall people call you?</strong> In the room you are “Owner” until you say.
        </p>
        <Field label="Your name" quietLabel problem={rename.isError ? adviceOf(rename.error) : null}>
          <TextInput
            value={name}
            maxLength={80}
            autoComplete="name"
            placeholder="Your name"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Button look="line" submit busy={rename.isPending}>
          Save
        </Button>
      </form>
    </Notice>
  );
};
