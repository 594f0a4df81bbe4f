// Gives the board as it is now a name, so that it is kept for good and stands on the track.
import { useState, type FormEvent } from 'react';
import { adviceOf } from '../api/api-error.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Field, Problem, TextInput } from '../design/Field.tsx';
import { useNameNow } from './queries.ts';

interface NameDialogProps {
  reviewId: string;
  onNamed: (name: string) => void;
  onClose: () => void;
}

const formId = 'name-this-moment';

export const NameDialog = ({ reviewId, onNamed, onClose }: NameDialogProps) => {
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const naming = useNameNow(reviewId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const words = name.trim();
    setMissing(words === '');
    if (words !== '' && !naming.isPending) naming.mutate(words, { onSuccess: () => onNamed(words) });
  };
  return (
    <Dialog
      title="Name the board as it is now"
      width="narrow"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button look="ink" submit form={formId} busy={naming.isPending}>
            Keep it
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <Field
          label="Name"
          hint="It is kept for good, and can be gone back to."
          problem={missing ? 'Give it a name, such as “Before the break”.' : null}
        >
          <TextInput maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
      </form>
      {naming.isError && <Problem>{adviceOf(naming.error)}</Problem>}
    </Dialog>
  );
};
