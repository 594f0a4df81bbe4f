// My name, how this device shows Hearth, and the way out.
import { useState, type FormEvent } from 'react';
import { nameIn, useRename, useSession, useSignOut } from '../access/queries.ts';
import { adviceOf } from '../api/api-error.ts';
import { NewsSwitch } from '../board/NewsSwitch.tsx';
import { CaptionSwitch } from '../captions/CaptionSwitch.tsx';
import { Button } from '../design/Button.tsx';
import { DensitySwitch } from '../design/DensitySwitch.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Field, Problem, TextInput } from '../design/Field.tsx';
import { ThemeSwitch } from '../design/ThemeSwitch.tsx';
import { useToast } from '../design/toast.tsx';
import { LanguageSwitch } from '../language/LanguageSwitch.tsx';
import { QuietSwitch } from '../quiet/QuietSwitch.tsx';
import { useNavigate } from '../router/Router.tsx';
import styles from './SettingsDialog.module.css';

export const SettingsDialog = ({ onClose }: { onClose: () => void }) => {
  const session = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const name = session.data === undefined ? null : nameIn(session.data);
  const leave = () =>
    signOut.mutate(undefined, {
      onSuccess: () => {
        onClose();
        navigate('/');
      },
    });
  return (
    <Dialog title="Your settings" width="narrow" onClose={onClose}>
      {session.data?.account && <RenameForm name={session.data.account.name} />}
      {session.data && !session.data.account && name !== null && (
        <p className="small">You are here as {name}. Your name belongs to your seat in a review.</p>
      )}
      <div className={styles.theme}>
        <p className={styles.label}>Theme</p>
        <ThemeSwitch />
      </div>
      <div className={styles.theme}>
        <p className={styles.label}>Density</p>
        <DensitySwitch />
      </div>
      <div className={styles.theme}>
        <p className={styles.label}>Quiet mode</p>
        <QuietSwitch />
      </div>
      <div className={styles.theme}>
        <p className={styles.label}>Captions of the meeting</p>
        <CaptionSwitch />
      </div>
      <div className={styles.theme}>
        <p className={styles.label}>What others do, spoken</p>
        <NewsSwitch />
      </div>
      <div className={styles.theme}>
        <p className={styles.label}>A question in place of blame</p>
        <LanguageSwitch />
      </div>
      {name !== null && (
        <div className={styles.out}>
          <Button look="line" busy={signOut.isPending} onClick={leave}>
            Sign out
          </Button>
          <p className="small">
            {session.data?.account
              ? 'To come back you need a new owner link, which each start of the server prints.'
              : 'To come back you need your join link again.'}
          </p>
          {signOut.isError && <Problem>{adviceOf(signOut.error)}</Problem>}
        </div>
      )}
    </Dialog>
  );
};

const RenameForm = ({ name }: { name: string }) => {
  const [typed, setTyped] = useState(name);
  const rename = useRename();
  const toast = useToast();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(typed.trim(), { onSuccess: () => toast('Your name is changed.') });
  };
  return (
    <form onSubmit={submit} className={styles.rename} noValidate>
      <Field
        label="Your name"
        hint="Others see it in the room."
        problem={rename.isError ? adviceOf(rename.error) : null}
      >
        <TextInput
          value={typed}
          maxLength={80}
          autoComplete="name"
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      {typed.trim() !== name && typed.trim() !== '' && (
        <Button look="ink" submit busy={rename.isPending}>
          Save
        </Button>
      )}
    </form>
  );
};
