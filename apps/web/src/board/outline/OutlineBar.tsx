// What of the board is shown as an outline: kind, mine, what is talked about; and all headings folded or open at once.
import { cardKinds, type Card } from '@hearth/board/cards';
import { counted } from '@hearth/review/time/words';
import { boardZones } from '@hearth/board/zones';
import { ChevronsDownUp, ChevronsUpDown, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useAnnounce } from '../../design/announce.tsx';
import { Button } from '../../design/Button.tsx';
import { kinds } from '../../design/kinds.ts';
import { useSession } from '../session.tsx';
import { everything, isFiltered, outlineOf, passes, useOutlineView, type OutlineFilter } from './outline-view.ts';
import { useTalked } from './use-talked.ts';
import styles from './Outline.module.css';

export const OutlineBar = () => {
  const { view, canWrite, by } = useSession();
  const announce = useAnnounce();
  const outline = outlineOf(view);
  const filter = useOutlineView((state) => state.kind);
  const mine = useOutlineView((state) => state.mine);
  const talked = useOutlineView((state) => state.talked);
  const folded = useOutlineView((state) => boardZones.every((zone) => state.folded.has(zone)));
  const talkedAbout = useTalked();
  const talks = talkedAbout.size;
  const shownBy = (wanted: OutlineFilter): number => {
    const me = by().author?.id ?? null;
    return cardKinds
      .flatMap((kind): readonly Card[] => view.list(kind))
      .filter((card) => passes(card, wanted, me, (id) => talkedAbout.has(id))).length;
  };
  const count = useSyncExternalStore(view.subscribe, () => shownBy({ kind: filter, mine, talked }));
  const show = (change: Partial<OutlineFilter>): void => {
    outline.set(change);
    announce(`${counted(shownBy(outline.get()), 'card')} shown`);
  };
  return (
    <>
      <div
        role="group"
        aria-label="What is shown"
        className={styles.bar}
        // Letters pressed on the list of kinds are not commands.
        onKeyDown={(event) => {
          if (event.target instanceof HTMLSelectElement) event.stopPropagation();
        }}
      >
        <label className={styles.show}>
          <span className="vh">Kind of cards</span>
          <select
            value={filter ?? ''}
            onChange={(event) => show({ kind: cardKinds.find((kind) => kind === event.target.value) ?? null })}
          >
            <option value="">All kinds</option>
            {cardKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kinds[kind].plural}
              </option>
            ))}
          </select>
        </label>
        {canWrite && (
          <Button aria-pressed={mine} onClick={() => show({ mine: !mine })}>
            Mine
          </Button>
        )}
        {(talks > 0 || talked) && (
          <Button aria-pressed={talked} onClick={() => show({ talked: !talked })}>
            With open comments <span className="meta">{talks}</span>
          </Button>
        )}
        {isFiltered({ kind: filter, mine, talked }) && (
          <Button icon={X} onClick={() => show(everything)}>
            Show everything
          </Button>
        )}
        <span className="grow" />
        <Button
          icon={folded ? ChevronsUpDown : ChevronsDownUp}
          onClick={() => outline.set({ folded: folded ? new Set() : new Set(boardZones) })}
        >
          {folded ? 'Open all' : 'Headings only'}
        </Button>
      </div>
      {count === 0 && isFiltered({ kind: filter, mine, talked }) && (
        <p className={styles.nothing}>No card is like that just now.</p>
      )}
    </>
  );
};
