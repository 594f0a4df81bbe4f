// The stage that the room is in, and which one of how many.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import styles from './ControlBar.module.css';

export const StageName = ({ state }: { state: FacilitationState }) => (
  <p className={styles.stage}>
    <strong>{state.stages[state.stageIndex]?.name}</strong>
    <span className="meta">{stagePlace(state)}</span>
  </p>
);

/** `stage 5 of 8` */
export const stagePlace = (state: FacilitationState): string =>
  `stage ${state.stageIndex + 1} of ${state.stages.length}`;
