// One action, edited in place. What somebody else changed in the meantime is shown beside what is mine.
import type { TrackedItem } from '@hearth/protocol/http/action-items';
import { useId, useState, type FormEvent } from 'react';
import { adviceOf, ApiError, isRefusedWith } from '../api/api-error.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Problem } from '../design/Field.tsx';
import { useToast } from '../design/toast.tsx';
import { changeOf, draftOf, rebase, type FieldConflict, type ItemDraft } from './item-draft.ts';
import { ItemConflict } from './ItemConflict.tsx';
import { ItemFields } from './ItemFields.tsx';
import { useChangeItem, useNewestItem } from './queries.ts';
import styles from './ItemDialog.module.css';

export const ItemDialog = ({ item, onClose }: { item: TrackedItem; onClose: () => void }) => {
  // What the draft was begun on. The list behind may move on; this does not, until a conflict is looked at.
  const [base, setBase] = useState(item);
  const [draft, setDraft] = useState(() => draftOf(item));
  const [conflicts, setConflicts] = useState<readonly FieldConflict[] | null>(null);
  const [missing, setMissing] = useState(false);
  const change = useChangeItem();
  const newest = useNewestItem();
  const toast = useToast();
  const form = useId();

  const save = (on: TrackedItem, wanted: ItemDraft) => {
    const changes = changeOf(on, wanted);
    if (Object.keys(changes).length === 0) return onClose();
    change.mutate(
      { id: on.id, version: on.version, change: changes },
      {
        onSuccess: () => {
          toast('Saved.');
          onClose();
        },
        onError: (error) => {
          if (isRefusedWith(error, 'HEARTH_CONFLICT')) void meet(wanted);
        },
      },
    );
  };

  const meet = async (wanted: ItemDraft) => {
    const newer = await newest(base.id).catch(() => undefined);
    if (newer === undefined) return;
    const { draft: merged, conflicts: found } = rebase(base, newer, wanted);
    setBase(newer);
    setDraft(merged);
    setConflicts(found);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(draft.text.trim() === '');
    if (draft.text.trim() !== '') save(base, draft);
  };

  const fields = change.error instanceof ApiError ? change.error.fields : {};
  const refusal = change.isError && !isRefusedWith(change.error, 'HEARTH_CONFLICT') ? adviceOf(change.error) : null;

  return (
    <Dialog
      title="The action"
      panel
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button look="ink" submit form={form} busy={change.isPending}>
            {conflicts === null ? 'Save' : 'Save mine'}
          </Button>
        </>
      }
    >
      {conflicts !== null && (
        <ItemConflict
          conflicts={conflicts}
          onTakeTheirs={() => {
            setDraft(draftOf(base));
            setConflicts(null);
          }}
        />
      )}
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <ItemFields
          draft={draft}
          problems={{ ...fields, ...(missing ? { text: 'Say what is to be done.' } : {}) }}
          onChange={setDraft}
        />
      </form>
      {refusal && <Problem>{refusal}</Problem>}
      <p className={styles.source}>
        From “{item.reviewTitle}”, {item.source.kind === 'card' ? 'a card on its board' : 'a sentence of its narrative'}
        : <q>{item.source.sentence}</q>
      </p>
    </Dialog>
  );
};
