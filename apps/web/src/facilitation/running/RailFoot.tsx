// Below the stages: when the meeting ends and what the clock means for the rest, for those who run it; and for everybody
// whether they go with the room or wander, with a way back to it.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { Stage } from '@hearth/review/templates/template';
import { ArrowRight, Footprints } from 'lucide-react';
import { Button } from '../../design/Button.tsx';
import { Icon } from '../../design/Icon.tsx';
import { useCommand, useFacilitation } from '../use-facilitation.ts';
import { setWandering, useWandering } from '../wander.ts';
import styles from './RailFoot.module.css';
import { useEnd, usePlanNews } from './use-plan-news.ts';

interface RailFootProps {
  view: FacilitationView;
  onLook: (stage: Stage, index: number) => void;
}

export const RailFoot = ({ view, onLook }: RailFootProps) => {
  const { facilitates, seat } = useFacilitation();
  const wanders = useWandering(seat.reviewId);
  const stage = view.state.stages[view.state.stageIndex];
  if (view.state.status !== 'running' || !stage) return null;
  return (
    <div className={styles.foot}>
      {facilitates && <Plan view={view} />}
      {wanders && stage.zone !== null && (
        <button type="button" className={styles.line} onClick={() => onLook(stage, view.state.stageIndex)}>
          <Icon of={ArrowRight} />
          <span className={styles.words}>The room is in {stage.name}: go</span>
        </button>
      )}
      <button
        type="button"
        className={styles.line}
        aria-pressed={wanders}
        title={wanders ? 'Go with the room again' : 'Stay where you are when the room moves'}
        onClick={() => setWandering(seat.reviewId, !wanders)}
      >
        <Icon of={Footprints} />
        <span className={styles.words}>{wanders ? 'Wandering' : 'Wander on my own'}</span>
      </button>
    </div>
  );
};

const Plan = ({ view }: { view: FacilitationView }) => {
  const command = useCommand();
  const news = usePlanNews(view);
  const end = useEnd(view);
  return (
    <div className={styles.plan}>
      {end !== null && (
        <p className={styles.ends}>
          ends {end.expected}
          {news && <span className={styles.planned}>, planned {end.planned}</span>}
        </p>
      )}
      {news && (
        <>
          <p className={styles.news}>{news.sentence}</p>
          <Button look="line" onClick={() => void command({ kind: 'reflow' })}>
            Plan it so
          </Button>
        </>
      )}
    </div>
  );
};
