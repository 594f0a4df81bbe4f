// What was decided already, folded: confirmed ones go on in the tracker, dismissed ones can be taken back.
import type { ProposalBody } from '@hearth/protocol/http/action-items';
import { Check, Minus } from 'lucide-react';
import { Button } from '../../design/Button.tsx';
import { Icon } from '../../design/Icon.tsx';
import styles from './ActionProposals.module.css';
import { decidedWords, type ProposalCounts } from './draft.ts';

interface DecidedProposalsProps {
  proposals: readonly ProposalBody[];
  counts: ProposalCounts;
  canDecide: boolean;
  onRestore: (proposal: ProposalBody) => void;
}

export const DecidedProposals = ({ proposals, counts, canDecide, onRestore }: DecidedProposalsProps) => (
  <details className={styles.decided}>
    <summary>Decided: {decidedWords(counts)}</summary>
    <ul>
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          <Icon of={proposal.state === 'confirmed' ? Check : Minus} size="s" className={styles.verdict} />
          <span className={styles.words}>
            <span className="vh">{proposal.state === 'confirmed' ? 'Confirmed: ' : 'Dismissed: '}</span>
            {proposal.text}
          </span>
          {canDecide && proposal.state === 'dismissed' && (
            <Button onClick={() => onRestore(proposal)}>
              Restore<span className="vh"> {proposal.text}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  </details>
);
