import { counted } from '@hearth/review/time/words';
import { useMemo } from 'react';
import { CardColumn } from './cards/CardColumn.tsx';
import type { ZoneProps } from './canvas-size.ts';
import { useStructure } from './session.tsx';
import { Zone } from './Zone.tsx';
import styles from './ListZones.module.css';

/** Improvement actions, and those that were noted early and wait for their stage. */
export const ActionsZone = ({ here, question }: ZoneProps) => {
  const actions = useStructure('action', (card) => `${card.parked}|${card.rank}`);
  const [open, parked] = useMemo(
    () => [
      actions.filter((card) => !card.parked).map((card) => card.id),
      actions.filter((card) => card.parked).map((card) => card.id),
    ],
    [actions],
  );
  const first = open[0] ?? parked[0] ?? null;
  return (
    <Zone
      zone="actions"
      half
      here={here}
      question={question}
      meta={actions.length > 0 && `${counted(open.length, 'action')} · ${parked.length} parked`}
    >
      <div className={styles.pair} data-cards>
        <section aria-labelledby="actions-open">
          <h3 id="actions-open">To decide</h3>
          <CardColumn
            group="action/open"
            label="Actions"
            ids={open}
            first={first}
            empty={<p className={styles.ask}>No action is a good outcome too.</p>}
          />
        </section>
        <section aria-labelledby="actions-parked">
          <h3 id="actions-parked">Parking lot</h3>
          <CardColumn
            group="action/parked"
            label="Parked actions"
            ids={parked}
            first={first}
            empty={<p className="small">Thought of something early? Park it here; it is decided in its stage.</p>}
          />
        </section>
      </div>
    </Zone>
  );
};
