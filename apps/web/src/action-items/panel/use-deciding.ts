// Everything one can decide about proposals, with what is told about it.
import type { ProposalBody } from '@hearth/protocol/http/action-items';
import type { ReviewId } from '@hearth/review/ids';
import { useState } from 'react';
import { adviceOf } from '../../api/api-error.ts';
import { useAnnounce } from '../../design/announce.tsx';
import { useToast } from '../../design/toast.tsx';
import { countStates, foundWords, type ProposalDraft } from './draft.ts';
import { useConfirm, useExtract, useSetAside } from './queries.ts';

interface Deciding {
  /** Told once something was decided: what became of it. */
  onDecided: (proposal: ProposalBody, how: 'confirmed' | 'dismissed') => void;
  /** It is confirmed before its soak time is over, and the person knows. */
  early: boolean;
}

export const useDeciding = (reviewId: ReviewId, { onDecided, early }: Deciding) => {
  const announce = useAnnounce();
  const show = useToast();
  const extract = useExtract(reviewId);
  const confirmation = useConfirm(reviewId);
  const setAside = useSetAside(reviewId);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, ProposalDraft>>(new Map());
  const tell = (error: unknown): void => show(adviceOf(error));

  const keepDraft = (id: string, draft: ProposalDraft | null): void =>
    setDrafts((before) => {
      const next = new Map(before);
      if (draft === null) next.delete(id);
      else next.set(id, draft);
      return next;
    });
  const restore = (proposal: ProposalBody): void =>
    setAside.mutate(
      { id: proposal.id, kind: 'restore' },
      { onSuccess: () => announce(`Proposed again: ${proposal.text}`), onError: tell },
    );
  // What follows is owed to each decision, also to one that another came right after.
  const confirm = async (proposal: ProposalBody, draft: ProposalDraft): Promise<void> => {
    try {
      await confirmation.mutateAsync({ id: proposal.id, draft, early });
    } catch (error) {
      return tell(error);
    }
    keepDraft(proposal.id, null);
    announce(`Confirmed: ${draft.text}`);
    onDecided(proposal, 'confirmed');
  };
  const dismiss = async (proposal: ProposalBody): Promise<void> => {
    try {
      await setAside.mutateAsync({ id: proposal.id, kind: 'dismiss' });
    } catch (error) {
      return tell(error);
    }
    show('Dismissed.', { action: { label: 'Undo', onSelect: () => restore(proposal) } });
    onDecided(proposal, 'dismissed');
  };

  return {
    drafts,
    keepDraft,
    restore,
    confirm: (proposal: ProposalBody, draft: ProposalDraft) => void confirm(proposal, draft),
    dismiss: (proposal: ProposalBody) => void dismiss(proposal),
    finding: extract.isPending,
    /** Why nothing could be looked for; null while that is not so. */
    notFound: extract.error,
    busyWith: confirmation.isPending ? confirmation.variables.id : null,
    find: () =>
      extract.mutate(undefined, { onSuccess: (found) => announce(foundWords(countStates(found))), onError: tell }),
    /** The same without a word about it. */
    findQuietly: () => extract.mutate(),
  };
};
