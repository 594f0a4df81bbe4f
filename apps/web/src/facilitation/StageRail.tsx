// The stages of the meeting down the left edge: done, now, next, with their minutes. Looking at one moves nobody else.
import type { Stage } from '@hearth/review/templates/template';
import { Check } from 'lucide-react';
import { classes } from '../design/classes.ts';
import { Icon } from '../design/Icon.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import styles from './StageRail.module.css';
import { useFacilitation } from './use-facilitation.ts';

interface StageRailProps {
  /** Shows what a stage is about, to this person only. */
  onLook: (stage: Stage, index: number) => void;
}

type Place = 'done' | 'now' | 'next';
const spokenPlace: Record<Place, string> = { done: ', done', now: ', now', next: '' };

export const StageRail = ({ onLook }: StageRailProps) => {
  const { view } = useFacilitation();
  if (view === null) return <Skeleton label="Loading the stages" lines={8} />;
  const { stages, stageIndex, status } = view.state;
  const placeOf = (index: number): Place => {
    if (status === 'lobby') return 'next';
    if (status === 'ended' || index < stageIndex) return 'done';
    return index === stageIndex ? 'now' : 'next';
  };
  return (
    <ol className={styles.stages} aria-label="Stages">
      {stages.map((stage, index) => {
        const place = placeOf(index);
        return (
          <li key={stage.id} className={classes(styles.stage, styles[place])}>
            <button
              type="button"
              className={styles.look}
              aria-current={place === 'now' ? 'step' : undefined}
              title={stage.name}
              onClick={() => onLook(stage, index)}
            >
              <span className={styles.dot}>
                {place === 'done' && <Icon of={Check} size="s" className={styles.tick} />}
              </span>
              <span className={styles.name}>
                {stage.name}
                <span className="vh">{spokenPlace[place]}</span>
              </span>
              <span className={styles.minutes}>
                {stage.minutes}
                <span className="vh"> minutes</span>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
};
