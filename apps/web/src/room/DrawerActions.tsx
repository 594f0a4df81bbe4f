import type { ActionCard } from '@hearth/board/cards';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { CardId } from '@hearth/review/ids';
import { CircleArrowRight, Signpost } from 'lucide-react';
import { useRef } from 'react';
import { useParked } from '../action-items/parked/use-parked.ts';
import { Composer } from '../board/compose/Composer.tsx';
import { headline } from '../board/relations.ts';
import { useCards, useSession } from '../board/session.tsx';
import { DecisionList } from '../decisions/DecisionList.tsx';
import { Button } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { askSheet } from '../opening/sheet.ts';
import { factorsAreDone, stageNow } from '../opening/stages.ts';
import styles from './Drawer.module.css';

interface DrawerActionsProps {
  onOpenCard: (id: CardId) => void;
}

/** Action cards in the order of the board: the parked ones first for as long as their stage has not come. */
export const DrawerActions = ({ onOpenCard }: DrawerActionsProps) => {
  const { canWrite, zone } = useSession();
  const { view, takesPart, seat } = useFacilitation();
  const noteButton = useRef<HTMLButtonElement>(null);
  const { parked: waiting, canDecide } = useParked(seat.reviewId);
  const actions = useCards('action');
  const parked = actions.filter((card) => card.parked);
  const open = actions.filter((card) => !card.parked);
  const decisions = view?.state.decisions?.length ?? 0;
  return (
    <>
      <div className={styles.body}>
        {parked.length > 0 && (
          <section aria-labelledby="drawer-parked">
            <p className="small" id="drawer-parked">
              {parkedWords(view?.state ?? null, waiting.length)}
            </p>
            <ActionList cards={parked} onOpenCard={onOpenCard} />
            {canDecide && waiting.length > 0 && view !== null && factorsAreDone(view.state) && (
              <Button look="line" onClick={() => askSheet('parked')}>
                Decide about {waiting.length === 1 ? 'it' : 'them'}
              </Button>
            )}
          </section>
        )}
        {open.length > 0 && (
          <section aria-labelledby="drawer-open">
            <p className="small" id="drawer-open">
              On the board
            </p>
            <ActionList cards={open} onOpenCard={onOpenCard} />
          </section>
        )}
        {actions.length === 0 && (
          <p className={styles.ask}>
            No action is a good outcome too. A review with learnings and no action is complete.
          </p>
        )}
        {(decisions > 0 || view?.state.status === 'running') && (
          <section aria-labelledby="drawer-decisions">
            <p className="small" id="drawer-decisions">
              {decisions === 0 ? 'No decision is noted.' : 'Decided'}
            </p>
            <DecisionList zone={zone} onWithdrawn={() => noteButton.current?.focus()} />
            {takesPart && view?.state.status === 'running' && (
              <Button ref={noteButton} icon={Signpost} onClick={() => askSheet('decisions')}>
                Note a decision
              </Button>
            )}
          </section>
        )}
      </div>
      {canWrite && (
        <div className={styles.say}>
          <Composer group="action/parked" resident onClose={() => undefined} />
        </div>
      )}
    </>
  );
};

/** @param waiting  how many nobody has decided about. */
const parkedWords = (state: FacilitationState | null, waiting: number): string => {
  if (state !== null && factorsAreDone(state))
    return waiting === 0 ? 'Parked, and let go.' : 'Parked earlier. Now is the time to decide.';
  const stage = state === null ? undefined : stageNow(state);
  const then = state?.stages.find(({ zone }) => zone === 'learnings')?.name;
  return stage?.zone && then !== undefined
    ? `Parked while we talk about ${stage.name.toLowerCase()}. We decide in ${then}.`
    : 'Parked until the factors are done.';
};

const ActionList = ({ cards, onOpenCard }: { cards: readonly ActionCard[]; onOpenCard: (id: CardId) => void }) => (
  <ul>
    {cards.map((card) => (
      <li key={card.id}>
        <button type="button" className={styles.action} title="Show on the board" onClick={() => onOpenCard(card.id)}>
          <span className={styles.actionWords}>
            <Icon of={CircleArrowRight} />
            {headline(card, 140)}
          </span>
          {card.author && <span className={styles.actionFoot}>{card.author.name}</span>}
        </button>
      </li>
    ))}
  </ul>
);
