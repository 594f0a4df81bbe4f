// The fields of an action.
import {
  actionLimits,
  actionKinds,
  actionStatuses,
  priorities,
  statusNames,
  type ActionKind,
  type ActionStatus,
  type Priority,
} from '@hearth/learning/action-items/model';
import { Field, Select, TextArea, TextInput } from '../design/Field.tsx';
import { fieldNames, kindNames, type ItemDraft } from './item-draft.ts';
import styles from './ItemDialog.module.css';

interface ItemFieldsProps {
  draft: ItemDraft;
  problems: Readonly<Record<string, string>>;
  onChange: (draft: ItemDraft) => void;
}

export const ItemFields = ({ draft, problems, onChange }: ItemFieldsProps) => {
  const set = (change: Partial<ItemDraft>) => onChange({ ...draft, ...change });
  const settled = draft.status === 'completed' || draft.status === 'wont_do';
  return (
    <>
      <Field label={fieldNames.text} problem={problems['text']}>
        <TextArea
          className={styles.text}
          value={draft.text}
          maxLength={actionLimits.text}
          onChange={(event) => set({ text: event.target.value })}
        />
      </Field>
      <div className={styles.pair}>
        <Field label={fieldNames.owner} problem={problems['owner']}>
          <TextInput
            value={draft.owner}
            maxLength={actionLimits.owner}
            onChange={(event) => set({ owner: event.target.value })}
          />
        </Field>
        <Field label={fieldNames.due} problem={problems['due']}>
          <TextInput type="date" value={draft.due} onChange={(event) => set({ due: event.target.value })} />
        </Field>
        <Field label={fieldNames.priority} problem={problems['priority']}>
          <Select value={draft.priority} onChange={(event) => set({ priority: event.target.value as Priority | '' })}>
            <option value="">None yet</option>
            {priorities.map((priority) => (
              <option key={priority}>{priority}</option>
            ))}
          </Select>
        </Field>
        <Field label={fieldNames.kind} problem={problems['kind']}>
          <Select value={draft.kind} onChange={(event) => set({ kind: event.target.value as ActionKind | '' })}>
            <option value="">Not said</option>
            {actionKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindNames[kind]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={fieldNames.status} problem={problems['status']}>
          <Select value={draft.status} onChange={(event) => set({ status: event.target.value as ActionStatus })}>
            {actionStatuses.map((status) => (
              <option key={status} value={status}>
                {statusNames[status]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={fieldNames.ticket} problem={problems['ticket']}>
          <TextInput
            value={draft.ticket}
            maxLength={actionLimits.ticket}
            onChange={(event) => set({ ticket: event.target.value })}
          />
        </Field>
      </div>
      <Field
        label={settled ? fieldNames.completionNote : 'Note'}
        hint={
          settled ? 'What came of it: one sentence that helps the next reader' : 'What it waits for, or how far it is'
        }
        problem={problems['completionNote']}
      >
        <TextArea
          value={draft.completionNote}
          maxLength={actionLimits.completionNote}
          onChange={(event) => set({ completionNote: event.target.value })}
        />
      </Field>
    </>
  );
};
