import { counted } from '@hearth/review/time/words';
import { CardColumn } from './cards/CardColumn.tsx';
import type { ZoneProps } from './canvas-size.ts';
import { useStructure } from './session.tsx';
import { Zone } from './Zone.tsx';
import styles from './ListZones.module.css';

/** What is understood now that was not before. */
export const LearningsZone = ({ here, question }: ZoneProps) => {
  const learnings = useStructure('learning', (card) => card.rank);
  return (
    <Zone
      zone="learnings"
      half
      here={here}
      question={question}
      meta={learnings.length > 0 && counted(learnings.length, 'learning')}
    >
      <div className={styles.body} data-cards>
        <CardColumn
          group="learning"
          label="Learnings"
          ids={learnings.map((card) => card.id)}
          first={learnings[0]?.id ?? null}
          flow="wrap"
          empty={<p className={styles.ask}>What surprised you about how it works?</p>}
        />
      </div>
    </Zone>
  );
};
