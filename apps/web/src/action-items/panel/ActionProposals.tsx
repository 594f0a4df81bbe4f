// The panel that finds improvement actions on the board and in the narrative, and lets people decide about each.
import { isEarly } from '@hearth/learning/action-items/soak';
import type { BoardView } from '@hearth/board/view';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ListTodo, RefreshCw } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { adviceOf } from '../../api/api-error.ts';
import { Button } from '../../design/Button.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { useChanged } from '../../facilitation/use-facilitation.ts';
import { Link, useSearchParams } from '../../router/Router.tsx';
import { asksToConfirm, withoutToConfirm } from '../to-confirm.ts';
import styles from './ActionProposals.module.css';
import { DecidedProposals } from './DecidedProposals.tsx';
import { countStates, draftOf } from './draft.ts';
import { ProposalItem } from './ProposalItem.tsx';
import { proposalsQuery } from './queries.ts';
import { SoakLine, useSoak } from './soak.tsx';
import { useDeciding } from './use-deciding.ts';

export interface SourceBoard {
  view: BoardView;
  /** IANA zone in which the incident is told. */
  zone: string;
  /** Shows a card where it stands. */
  onOpenCard: (id: CardId) => void;
}

export interface ActionProposalsProps extends SourceBoard {
  reviewId: ReviewId;
  /** Whether this person may look for, confirm and dismiss actions; others read. */
  canDecide: boolean;
}

/** Fills a column of 260 px and more; stands inside the room's FacilitationProvider. */
export const ActionProposals = ({ reviewId, canDecide, ...board }: ActionProposalsProps) => {
  const client = useQueryClient();
  const query = useQuery(proposalsQuery(reviewId));
  const panel = useRef<HTMLElement>(null);
  // What was decided leaves the list, and its button with it: the focus stays in the panel.
  const soak = useSoak(board.zone);
  const early = isEarly(soak);
  const deciding = useDeciding(reviewId, {
    onDecided: () => panel.current?.focus({ preventScroll: true }),
    early,
  });
  useChanged((topic) => {
    if (topic === 'action-items' || topic === 'all')
      void client.invalidateQueries({ queryKey: proposalsQuery(reviewId).queryKey });
  });
  const [parameters, setParameters] = useSearchParams();
  const asked = asksToConfirm(parameters);
  const show = useEffectEvent(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'start' });
    setParameters(withoutToConfirm(parameters), { replace: true });
  });
  const loaded = query.data !== undefined;
  useEffect(() => {
    if (asked && loaded) show();
  }, [asked, loaded]);

  if (query.isPending) return <Skeleton label="Loading the proposed actions" lines={4} />;
  if (query.isError && query.data === undefined)
    return (
      <Notice
        live="alert"
        actions={
          <Button look="line" onClick={() => void query.refetch()}>
            Try again
          </Button>
        }
      >
        {adviceOf(query.error)}
      </Notice>
    );

  const proposals = query.data;
  const counts = countStates(proposals);
  const open = proposals.filter((proposal) => proposal.state === 'proposed');
  const decided = proposals.filter((proposal) => proposal.state !== 'proposed');
  const find = canDecide && (
    <Button
      look="line"
      icon={proposals.length === 0 ? ListTodo : RefreshCw}
      busy={deciding.finding}
      onClick={deciding.find}
    >
      {proposals.length === 0 ? 'Find actions' : 'Look again'}
    </Button>
  );

  return (
    <section ref={panel} tabIndex={-1} className={styles.panel} aria-label="Proposed actions">
      {proposals.length === 0 ? (
        <EmptyState
          question="What will we do with this?"
          hint={
            canDecide
              ? 'Hearth reads the action cards and the narrative, and proposes what sounds like an action. You decide about each.'
              : 'Nobody has looked for actions yet.'
          }
        >
          {find}
          <SoakLine soak={soak} zone={board.zone} />
        </EmptyState>
      ) : (
        <>
          <header className={styles.head}>
            <p className="small">{open.length === 0 ? 'Everything found is decided.' : foundHere(open.length)}</p>
            {find}
            <SoakLine soak={soak} zone={board.zone} />
          </header>
          <ul>
            {open.map((proposal) => (
              <li key={proposal.id} className={styles.item}>
                <ProposalItem
                  proposal={proposal}
                  draft={deciding.drafts.get(proposal.id) ?? draftOf(proposal)}
                  board={board}
                  canDecide={canDecide}
                  busy={deciding.busyWith === proposal.id}
                  early={early}
                  onDraft={(draft) => deciding.keepDraft(proposal.id, draft)}
                  onConfirm={(draft) => deciding.confirm(proposal, draft)}
                  onDismiss={() => deciding.dismiss(proposal)}
                />
              </li>
            ))}
          </ul>
          {decided.length > 0 && (
            <DecidedProposals proposals={decided} counts={counts} canDecide={canDecide} onRestore={deciding.restore} />
          )}
          {counts.confirmed > 0 && (
            <p className={styles.tracker}>
              <Link to={`/actions?review=${encodeURIComponent(reviewId)}`}>Follow the actions in the tracker</Link>
            </p>
          )}
        </>
      )}
    </section>
  );
};

const foundHere = (open: number): string =>
  `${counted(open, 'sentence reads', 'sentences read')} like an action. Confirm what you mean to do.`;
