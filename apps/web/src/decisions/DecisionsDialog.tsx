// Decisions in a dialog, on demand: the field first, what was decided below it.
import { useRef } from 'react';
import { Dialog } from '../design/Dialog.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { DecisionField } from './DecisionField.tsx';
import { DecisionList } from './DecisionList.tsx';

export const DecisionsDialog = ({ zone, onClose }: { zone: string; onClose: () => void }) => {
  const { view, takesPart } = useFacilitation();
  const field = useRef<HTMLDivElement>(null);
  return (
    <Dialog title="Decisions" onClose={onClose}>
      {takesPart && view?.state.status === 'running' && (
        <div ref={field}>
          <DecisionField focused />
        </div>
      )}
      <DecisionList zone={zone} onWithdrawn={() => field.current?.querySelector('textarea')?.focus()} />
      {!view?.state.decisions?.length && <p className="small">Nothing is decided yet.</p>}
    </Dialog>
  );
};
