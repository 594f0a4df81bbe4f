// Moments too close to each other to stand side by side: one button says how many, and opens them as a list of their cards.
import type { CardId } from '@hearth/review/ids';
import { clockSpan, counted } from '@hearth/review/time/words';
import { MoveHorizontal, Star, X } from 'lucide-react';
import { IconButton } from '../../design/Button.tsx';
import { Icon } from '../../design/Icon.tsx';
import { CardOnBoard } from '../cards/CardOnBoard.tsx';
import { focusCard } from '../focus.ts';
import { useSession } from '../session.tsx';
import type { Fold } from './layout.ts';
import { timeWords } from './time-entry.ts';
import styles from './Fold.module.css';

export interface FoldOnSheetProps {
  fold: Fold;
  lane: string;
  left: number;
  top: number;
  open: boolean;
  onToggle: (id: CardId | null) => void;
  onSpread: (span: { fromMs: number; toMs: number }) => void;
}

const listPx = 232;

export const FoldOnSheet = ({ fold, lane, left, top, open, onToggle, onSpread }: FoldOnSheetProps) => {
  const { view, anchorMs, zone } = useSession();
  const span = fold.toMs > fold.fromMs ? fold.toMs : null;
  const when = timeWords({ at: fold.fromMs, endAt: span, precision: 'exact' }, anchorMs(), zone);
  const keys = fold.ids.filter((id) => {
    const card = view.card(id);
    return card?.kind === 'event' && card.key;
  }).length;
  const words = counted(fold.ids.length, 'moment');
  return (
    <>
      <button
        type="button"
        className={styles.fold}
        style={{ left, top, width: fold.width }}
        aria-expanded={open}
        data-fold={fold.key}
        onClick={() => {
          onToggle(open ? null : fold.key);
          if (!open) focusCard(fold.key);
        }}
      >
        <span className={styles.count}>
          {words}
          {keys > 0 && <Icon of={Star} size="s" solid className={styles.star} />}
        </span>
        <span className={styles.when}>{clockSpan(fold.fromMs, span, zone)}</span>
        <span className="vh">
          , {lane}
          {keys > 0 && `, ${counted(keys, 'key moment')} among them`}
        </span>
      </button>
      {open && (
        <div
          className={styles.open}
          style={{ left, top: top + 2, width: listPx }}
          role="group"
          aria-label={`${words}, ${lane}, ${when}`}
          data-open-fold
          onKeyDown={(event) => {
            if (event.key === 'Escape' && event.target instanceof HTMLButtonElement) onToggle(null);
          }}
        >
          <ul className={styles.list} tabIndex={-1} data-cards>
            {fold.ids.map((id) => (
              <li key={id}>
                <CardOnBoard id={id} first={false} />
              </li>
            ))}
          </ul>
          <footer className={styles.head}>
            <span>
              {words}, {clockSpan(fold.fromMs, span, zone)}
            </span>
            {span !== null && (
              <IconButton
                icon={MoveHorizontal}
                label="Spread them out"
                title="Spread them out: show this stretch of time as wide as it fits"
                onClick={() => {
                  onToggle(null);
                  onSpread({ fromMs: fold.fromMs, toMs: fold.toMs });
                }}
              />
            )}
            <IconButton icon={X} label="Fold them again" onClick={() => onToggle(null)} />
          </footer>
        </div>
      )}
    </>
  );
};
