// One proposed action: what it says, where it came from, and what to do with it. Its fields open in place.
import type { ProposalBody } from '@hearth/protocol/http/action-items';
import { Check, CircleArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Icon } from '../../design/Icon.tsx';
import type { SourceBoard } from './ActionProposals.tsx';
import styles from './ActionProposals.module.css';
import { draftProblems, type ProposalDraft } from './draft.ts';
import { ProposalFacts } from './ProposalFacts.tsx';
import { ProposalForm } from './ProposalForm.tsx';
import { ProposalSource } from './ProposalSource.tsx';

interface ProposalItemProps {
  proposal: ProposalBody;
  draft: ProposalDraft;
  board: SourceBoard;
  canDecide: boolean;
  busy: boolean;
  /** Its soak time is not over: to confirm it takes a word more. */
  early: boolean;
  /** Leaves it for when its soak time is over; without, it waits where it is. */
  onKeep?: (() => void) | undefined;
  onDraft: (draft: ProposalDraft | null) => void;
  onConfirm: (draft: ProposalDraft) => void;
  onDismiss: () => void;
}

export const ProposalItem = (props: ProposalItemProps) => {
  const { proposal, draft, board, canDecide, busy, early, onKeep, onDraft, onConfirm, onDismiss } = props;
  const [editing, setEditing] = useState(false);
  const problems = draftProblems(draft);
  const sound = Object.keys(problems).length === 0;
  const confirm = (): void => {
    if (sound) onConfirm(draft);
    else setEditing(true);
  };
  return (
    <article className={styles.proposal} aria-label={`Proposed action: ${draft.text}`}>
      {!editing && (
        <>
          <p className={styles.text}>
            <Icon of={CircleArrowRight} className={styles.icon} />
            <span>{draft.text}</span>
          </p>
          <ProposalFacts fields={draft} />
        </>
      )}
      <ProposalSource source={proposal.source} text={draft.text} board={board} />
      {editing && <ProposalForm draft={draft} problems={problems} onChange={onDraft} onSubmit={confirm} />}
      {canDecide && (
        <div className={styles.acts}>
          {early && onKeep && !editing && (
            <Button look="line" icon={Check} onClick={onKeep}>
              Keep it
            </Button>
          )}
          <Button
            look={early ? 'plain' : 'line'}
            icon={early ? undefined : Check}
            busy={busy}
            aria-disabled={editing && !sound}
            onClick={confirm}
          >
            {early ? 'Confirm now anyway' : 'Confirm'}
          </Button>
          {editing ? (
            <Button
              onClick={() => {
                onDraft(null);
                setEditing(false);
              }}
            >
              As it was
            </Button>
          ) : (
            <Button onClick={() => setEditing(true)}>Edit</Button>
          )}
          <Button onClick={onDismiss}>Dismiss</Button>
        </div>
      )}
    </article>
  );
};
