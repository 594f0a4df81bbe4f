// All comments on a phone: a sheet over whatever is shown.
import type { CardId } from '@hearth/review/ids';
import { Dialog } from '../design/Dialog.tsx';
import { AllComments } from './AllComments.tsx';

export interface CommentsSheetProps {
  /** @param card  null for the narrative. */
  onOpenThread: (card: CardId | null) => void;
  onClose: () => void;
}

export const CommentsSheet = ({ onOpenThread, onClose }: CommentsSheetProps) => (
  <Dialog title="Comments" onClose={onClose}>
    <AllComments
      onOpenCard={(card) => {
        onClose();
        onOpenThread(card);
      }}
      onOpenNarrative={() => {
        onClose();
        onOpenThread(null);
      }}
    />
  </Dialog>
);
