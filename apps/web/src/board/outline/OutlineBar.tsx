// What of the board is shown as an outline: kind, mine, what is talked about; and all headings folded or open at once.
import { cardKinds } from '@hearth/board/cards';
import { ChevronsDownUp, ChevronsUpDown, X } from 'lucide-react';
import { Button } from '../../design/Button.tsx';
import { kinds } from '../../design/kinds.ts';
import { boardZones } from '../groups.ts';
import { useSession } from '../session.tsx';
import { everything, isFiltered, outlineOf, useOutlineView } from './outline-view.ts';
import { useTalked } from './use-talked.ts';
import styles from './Outline.module.css';

export const OutlineBar = () => {
  const { view, canWrite } = useSession();
  const outline = outlineOf(view);
  const filter = useOutlineView((state) => state.kind);
  const mine = useOutlineView((state) => state.mine);
  const talked = useOutlineView((state) => state.talked);
  const folded = useOutlineView((state) => boardZones.every((zone) => state.folded.has(zone)));
  const talks = useTalked().size;
  return (
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
          onChange={(event) => outline.set({ kind: cardKinds.find((kind) => kind === event.target.value) ?? null })}
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
        <Button aria-pressed={mine} onClick={() => outline.set({ mine: !mine })}>
          Mine
        </Button>
      )}
      {(talks > 0 || talked) && (
        <Button aria-pressed={talked} onClick={() => outline.set({ talked: !talked })}>
          With open comments <span className="meta">{talks}</span>
        </Button>
      )}
      {isFiltered({ kind: filter, mine, talked }) && (
        <Button icon={X} onClick={() => outline.set(everything)}>
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
  );
};
