// Who leads the meeting, and what one can do about it.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { useFacilitation } from '../use-facilitation.ts';
import { nameOf } from './names.ts';
import styles from './StagesDialog.module.css';
import { useLeadItems } from './use-run-items.ts';

export const LeadDialog = ({ view, onClose }: { view: FacilitationView; onClose: () => void }) => {
  const { seat } = useFacilitation();
  const items = useLeadItems(view);
  const { leader } = view.state;
  const words =
    leader === undefined
      ? 'Nobody leads just now.'
      : leader === seat.participantId
        ? 'You lead the meeting.'
        : `${nameOf(view, leader)} leads the meeting.`;
  return (
    <Dialog title="Who leads" onClose={onClose} width="narrow">
      <p>{words} Facilitators may do everything all the same, and are told by name what each of them did.</p>
      {items.length === 0 ? (
        <p className="small">
          {leader === seat.participantId ? 'Nobody else who could lead is here.' : 'You have asked already.'}
        </p>
      ) : (
        <div className={styles.acts}>
          {items.map((item) => (
            <Button
              key={item.id}
              look="line"
              icon={item.icon}
              onClick={() => {
                onClose();
                item.onSelect();
              }}
            >
              {item.label}
            </Button>
          ))}
        </div>
      )}
    </Dialog>
  );
};
