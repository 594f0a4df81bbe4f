// The fields of a proposal, open for editing in place.
import { actionKinds, priorities } from '@hearth/learning/action-items/model';
import { useEffect, useRef } from 'react';
import { Field, Select, TextArea, TextInput } from '../../design/Field.tsx';
import styles from './ActionProposals.module.css';
import type { DraftProblems, ProposalDraft } from './draft.ts';
import { kindNames } from '../item-draft.ts';

interface ProposalFormProps {
  draft: ProposalDraft;
  problems: DraftProblems;
  onChange: (draft: ProposalDraft) => void;
  onSubmit: () => void;
}

export const ProposalForm = ({ draft, problems, onChange, onSubmit }: ProposalFormProps) => {
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => text.current?.focus(), []);
  const set = (change: Partial<ProposalDraft>): void => onChange({ ...draft, ...change });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Field label="What is to be done" problem={problems.text} className={styles.whole}>
        <TextArea
          ref={text}
          rows={3}
          value={draft.text}
          onChange={(event) => set({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            onSubmit();
          }}
        />
      </Field>
      <Field label="Owner" problem={problems.owner}>
        <TextInput value={draft.owner ?? ''} onChange={(event) => set({ owner: event.target.value || null })} />
      </Field>
      <Field label="Due" problem={problems.due}>
        <TextInput type="date" value={draft.due ?? ''} onChange={(event) => set({ due: event.target.value || null })} />
      </Field>
      <Field label="Priority">
        <Select
          value={draft.priority ?? ''}
          onChange={(event) => set({ priority: priorities.find((each) => each === event.target.value) ?? null })}
        >
          <option value="">Not set</option>
          {priorities.map((priority) => (
            <option key={priority} value={priority}>
              {priority}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Kind">
        <Select
          value={draft.kind ?? ''}
          onChange={(event) => set({ kind: actionKinds.find((each) => each === event.target.value) ?? null })}
        >
          <option value="">Not set</option>
          {actionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindNames[kind]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Ticket" problem={problems.ticket} className={styles.whole}>
        <TextInput
          value={draft.ticket ?? ''}
          placeholder="OPS-412, or a link"
          onChange={(event) => set({ ticket: event.target.value || null })}
        />
      </Field>
    </form>
  );
};
