// The stages of the meeting down the left edge: done, now, next, with their minutes. Looking at one moves nobody else; those
// who run the meeting may move the room there.
import { plannedMinutes } from '@hearth/review/facilitation/plan';
import type { Stage } from '@hearth/review/templates/template';
import { Check } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from '../design/classes.ts';
import { Icon } from '../design/Icon.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { late } from '../shell/late.tsx';
import { placeOfStage, type StagePlace } from './people.ts';
import { StageMinutes } from './StageMinutes.tsx';
import styles from './StageRail.module.css';
import { useFacilitation } from './use-facilitation.ts';

const StageMenu = late(async () => (await import('./running/StageMenu.tsx')).StageMenu);
const RailFoot = late(async () => (await import('./running/RailFoot.tsx')).RailFoot, { canWait: true });

interface StageRailProps {
  /** Shows what a stage is about, to this person only. */
  onLook: (stage: Stage, index: number) => void;
}

const spokenPlace: Record<StagePlace, string> = { done: ', done', now: ', now', next: '' };

export const StageRail = ({ onLook }: StageRailProps) => {
  const { view, facilitates } = useFacilitation();
  if (view === null)
    return (
      <div className={styles.waiting}>
        <Skeleton label="Loading the stages" lines={8} />
      </div>
    );
  const { state } = view;
  return (
    <>
      <ol className={styles.stages} aria-label="Stages">
        {state.stages.map((stage, index) => {
          const place = placeOfStage(state, index);
          const look = (): void => onLook(stage, index);
          const button = (more: ComponentProps<'button'>) => (
            <button
              type="button"
              className={styles.look}
              aria-current={place === 'now' ? 'step' : undefined}
              title={stage.name}
              {...more}
            >
              <span className={styles.dot}>
                {place === 'done' && <Icon of={Check} size="s" className={styles.tick} />}
              </span>
              <span className={styles.name}>
                {stage.name}
                <span className="vh">{spokenPlace[place]}</span>
              </span>
              <StageMinutes minutes={plannedMinutes(state, index)} agenda={stage.minutes} />
            </button>
          );
          return (
            <li key={stage.id} className={classes(styles.stage, styles[place])}>
              {facilitates && state.status === 'running' ? (
                <StageMenu
                  name={stage.name}
                  index={index}
                  here={place === 'now'}
                  nowhere={stage.zone === null}
                  onLook={look}
                >
                  {button}
                </StageMenu>
              ) : (
                button({ onClick: look })
              )}
            </li>
          );
        })}
      </ol>
      <RailFoot view={view} onLook={onLook} />
    </>
  );
};
