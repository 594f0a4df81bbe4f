// Asks before somebody goes to another page of Hearth while this tab holds what nothing else does. (What is kept on the
// device needs no question there: it is sent when the board is next opened.)
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import type { QuarantineState } from '../live/quarantine.ts';
import { type LiveStatus, wouldLose } from '../live/status.ts';
import { useStay } from '../router/Router.tsx';

interface StayDialogProps {
  status: LiveStatus;
  quarantine: QuarantineState;
}

export const StayDialog = ({ status, quarantine }: StayDialogProps) => {
  const loses = wouldLose(status) || quarantine.keptOn === 'tab';
  const held = useStay(loses);
  if (held === null) return null;
  return (
    <Dialog
      title="Leave the board?"
      width="narrow"
      onClose={held.stay}
      actions={
        <>
          <Button onClick={held.proceed}>Leave</Button>
          <Button look="ink" data-autofocus onClick={held.stay}>
            Stay
          </Button>
        </>
      }
    >
      <p>
        {loses
          ? 'This browser keeps nothing for you: what is not saved, or could not be taken, goes when you leave this page.'
          : 'Everything is saved by now.'}
      </p>
    </Dialog>
  );
};
