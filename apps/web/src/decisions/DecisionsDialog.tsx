// Decisions in a dialog, on demand: the field first, what was decided below it.
import { Dialog } from '../design/Dialog.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { DecisionField } from './DecisionField.tsx';
import { DecisionList } from './DecisionList.tsx';

export const DecisionsDialog = ({ zone, onClose }: { zone: string; onClose: () => void }) => {
  const { view, takesPart } = useFacilitation();
  return (
    <Dialog title="Decisions" onClose={onClose}>
      {takesPart && view?.state.status === 'running' && <DecisionField focused />}
      <DecisionList zone={zone} />
      {!view?.state.decisions?.length && <p className="small">Nothing is decided yet.</p>}
    </Dialog>
  );
};
