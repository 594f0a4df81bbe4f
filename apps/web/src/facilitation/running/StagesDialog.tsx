// All stages as a list: look at one alone, or move the room there. From the palette, and on a phone.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { plannedMinutes } from '@hearth/review/facilitation/plan';
import type { Stage } from '@hearth/review/templates/template';
import { Check } from 'lucide-react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Icon } from '../../design/Icon.tsx';
import { placeOfStage } from '../people.ts';
import { StageMinutes } from '../StageMinutes.tsx';
import { useCommand, useFacilitation } from '../use-facilitation.ts';
import styles from './StagesDialog.module.css';

interface StagesDialogProps {
  view: FacilitationView;
  onLook: (stage: Stage) => void;
  onClose: () => void;
}

export const StagesDialog = ({ view, onLook, onClose }: StagesDialogProps) => {
  const { facilitates } = useFacilitation();
  const command = useCommand();
  const { state } = view;
  const mayMove = facilitates && state.status === 'running';
  return (
    <Dialog title="Stages" onClose={onClose} width="narrow">
      <ol className={styles.stages}>
        {state.stages.map((stage, index) => {
          const place = placeOfStage(state, index);
          return (
            <li key={stage.id} aria-current={place === 'now' ? 'step' : undefined}>
              <span className={styles.name}>
                {place === 'done' && <Icon of={Check} size="s" />}
                <strong>{stage.name}</strong>
                {place !== 'next' && <span className="meta">{place === 'now' ? 'the room is here' : 'done'}</span>}
                <span className={styles.minutes}>
                  <StageMinutes minutes={plannedMinutes(state, index)} agenda={stage.minutes} /> min
                </span>
              </span>
              <span className={styles.acts}>
                {stage.zone !== null && (
                  <Button
                    look="line"
                    aria-label={`Look there: ${stage.name}`}
                    onClick={() => {
                      onClose();
                      onLook(stage);
                    }}
                  >
                    Look there
                  </Button>
                )}
                {mayMove && place !== 'now' && (
                  <Button
                    look="line"
                    aria-label={`Move the room here: ${stage.name}`}
                    onClick={() => {
                      onClose();
                      void command({ kind: 'jump', stageIndex: index });
                    }}
                  >
                    Move the room here
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
};
