// A name and Enter. A browser that has a seat already goes in by it.
import type { JoinPreview } from '@hearth/protocol/http/access';
import type { JoinableRole } from '@hearth/review/roles';
import { CornerDownLeft } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { adviceOf, ApiError } from '../api/api-error.ts';
import { Button } from '../design/Button.tsx';
import { Field, Problem, TextInput } from '../design/Field.tsx';
import { Icon } from '../design/Icon.tsx';
import { useNavigate } from '../router/Router.tsx';
import { loadRoom } from '../shell/load-room.ts';
import { useJoin } from './queries.ts';
import styles from './JoinPage.module.css';

const comesAs: Record<JoinableRole, string> = {
  participant: 'You join as a participant.',
  observer: 'You join as an observer: you follow everything and change nothing.',
  'co-facilitator': 'You join as a co-facilitator: you run the stages and the timer with the facilitator.',
};

export const JoinForm = ({ secret, preview }: { secret: string; preview: JoinPreview }) => {
  const join = useJoin(secret);
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const seatedButton = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    (field.current ?? seatedButton.current)?.focus();
  }, []);
  // The room is fetched while the name is being typed.
  useEffect(() => {
    void loadRoom();
  }, []);

  const enter = (as: string) => {
    join.mutate(as, { onSuccess: (seat) => navigate(`/reviews/${seat.reviewId}`, { replace: true }) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '') field.current?.focus();
    else enter(name.trim());
  };
  const problem = join.isError
    ? ((join.error instanceof ApiError ? join.error.fields['name'] : undefined) ?? adviceOf(join.error))
    : asked && name.trim() === ''
      ? 'Type your name.'
      : null;

  if (preview.seated !== null)
    return (
      <div className={styles.form}>
        <Button
          ref={seatedButton}
          look="ink"
          className={styles.enter}
          busy={join.isPending}
          onClick={() => enter(preview.seated ?? '')}
        >
          Go in as {preview.seated} <Icon of={CornerDownLeft} />
        </Button>
        {problem && <Problem>{problem}</Problem>}
        <p className="small">You have a seat here already. {comesAs[preview.role]}</p>
      </div>
    );

  return (
    <>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          label="Your name"
          hint={
            preview.role === 'observer'
              ? 'The others see that you are here.'
              : preview.attributed
                ? 'What you write in this stage carries your name.'
                : 'What you write in this stage carries no name. Nobody can tell whose it is.'
          }
          problem={problem}
        >
          <TextInput
            ref={field}
            className={styles.name}
            value={name}
            maxLength={80}
            autoComplete="name"
            autoCapitalize="words"
            enterKeyHint="go"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Button look="ink" submit className={styles.enter} busy={join.isPending}>
          Enter <Icon of={CornerDownLeft} />
        </Button>
      </form>
      <p className="small">{comesAs[preview.role]} No account is needed, and your seat is kept if you reload.</p>
    </>
  );
};
