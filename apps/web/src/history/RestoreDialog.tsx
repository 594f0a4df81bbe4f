// Before a restore: what it will change, who will see it, and that it can be taken back.
import { compareBoards, isSame, type BoardComparison } from '@hearth/board/compare';
import type { RestoredBody } from '@hearth/protocol/http/history';
import { counted, listed } from '@hearth/review/time/words';
import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { adviceOf } from '../api/api-error.ts';
import { firstName } from '../board/presence.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Problem } from '../design/Field.tsx';
import { Notice } from '../design/Notice.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { HappeningList } from './HappeningList.tsx';
import { happeningsOf } from './happened.ts';
import { momentName, restoreTarget, type History } from './history.ts';
import { historyNowQuery, useRestore } from './queries.ts';
import styles from './RestoreDialog.module.css';

interface RestoreDialogProps {
  reviewId: string;
  history: History;
  zone: string;
  index: number;
  /** Fetches the history again: others may have written since. */
  onStale: () => void;
  onRestored: (name: string, result: RestoredBody) => void;
  onClose: () => void;
}

export const RestoreDialog = ({ reviewId, history, zone, index, onStale, onRestored, onClose }: RestoreDialogProps) => {
  const now = useQuery(historyNowQuery(reviewId));
  const restore = useRestore(reviewId);
  const moment = history.moments[index];
  const present = history.moments.at(-1);
  const name = momentName(history, index, zone);
  const isStale = now.data !== undefined && now.data.seq > history.seq;
  useEffect(() => {
    if (isStale) onStale();
  }, [isStale, onStale]);
  const comparison = useMemo(
    () => (moment && present ? compareBoards(present.board, moment.board) : null),
    [moment, present],
  );
  if (!moment || !present || !comparison) return null;
  const nothing = isSame(comparison);
  const inside = now.data?.inside ?? [];

  const go = (): void =>
    restore.mutate({ to: restoreTarget(moment), name }, { onSuccess: (result) => onRestored(name, result) });

  return (
    <Dialog
      title={moment.landmarks.length > 0 ? `Restore “${name}”?` : `Restore the board of ${name}?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} data-autofocus>
            Leave it as it is
          </Button>
          {!nothing && (
            <Button look="ink" busy={restore.isPending || now.isPending || isStale} onClick={go}>
              Restore
            </Button>
          )}
        </>
      }
    >
      {now.isPending || isStale ? (
        <Skeleton label="Looking at the board as it is now" lines={3} />
      ) : nothing ? (
        <p>The board is as it was then. There is nothing to restore.</p>
      ) : (
        <>
          <p className={styles.sentence}>{restoreSentence(comparison)}</p>
          <details className={styles.which}>
            <summary>Which ones</summary>
            <HappeningList
              zones={happeningsOf(comparison, {
                before: present.board,
                after: moment.board,
                wasThere: () => true,
              })}
              verbs={{ added: 'comes back', removed: 'goes', moved: 'goes back to its place' }}
            />
          </details>
          {inside.length > 0 && (
            <Notice icon={Users} live="none">
              {listed(inside.map(firstName))} {inside.length === 1 ? 'is' : 'are'} in the room now and will see the
              board change.
            </Notice>
          )}
          <p className="small">
            It can be undone: what is there now is kept, to the letter, as “Before restoring {name}”.
          </p>
        </>
      )}
      {now.isError && <Problem>{adviceOf(now.error)}</Problem>}
      {restore.isError && <Problem>{adviceOf(restore.error)}</Problem>}
    </Dialog>
  );
};

/** "2 cards come back, 1 goes and 3 change. 1 paragraph of the narrative changes." */
export const restoreSentence = ({
  added,
  removed,
  changed,
  moved,
  narrative,
  columns,
  themes,
  links,
}: BoardComparison): string => {
  const cards: [number, string, string][] = [
    [added.length, 'comes back', 'come back'],
    [removed.length, 'goes', 'go'],
    [changed.length + moved.length, 'changes', 'change'],
  ];
  const told = cards
    .filter(([count]) => count > 0)
    .map(([count, one, many], place) => `${place === 0 ? counted(count, 'card') : count} ${count === 1 ? one : many}`);
  const others = [
    ...(narrative.length > 0
      ? [`${counted(narrative.length, 'paragraph')} of the narrative ${narrative.length === 1 ? 'changes' : 'change'}`]
      : []),
    ...(columns.added.length + columns.removed.length + columns.changed.length > 0
      ? ['Columns of the perspectives change']
      : []),
    ...(themes.added.length + themes.removed.length + themes.changed.length > 0
      ? ['Themes of the factors change']
      : []),
    ...(told.length === 0 && links.added.length + links.removed.length + links.changed.length > 0
      ? ['Links between cards change']
      : []),
  ];
  return [...(told.length > 0 ? [listed(told)] : []), ...others].map((sentence) => `${sentence}.`).join(' ');
};

/** What a restore did, from the server's counts. */
export const restoredWords = ({ cameBack, went, changed, paragraphs }: RestoredBody): string => {
  const told = [
    ...(cameBack > 0 ? [`${counted(cameBack, 'card')} came back`] : []),
    ...(went > 0 ? [`${counted(went, 'card')} went`] : []),
    ...(changed > 0 ? [`${counted(changed, 'card')} changed`] : []),
    ...(paragraphs > 0 ? [`${counted(paragraphs, 'paragraph')} of the narrative changed`] : []),
  ];
  return told.length > 0 ? `${listed(told)}.` : 'Nothing that shows was different.';
};
