// Files of one room on their way to its cards, for every rendering of the board. Without it, as in the history, there are none.
import type { AttachmentId, CardId, ReviewId } from '@hearth/review/ids';
import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { GroupKey } from '../board/groups.ts';
import { useToast } from '../design/toast.tsx';
import { late } from '../shell/late.tsx';
import type { Upload } from './upload.ts';

export interface Uploads {
  /** @param alt  what can be seen in them, or the first lines of a text. */
  add(cardId: CardId, files: readonly File[], alt?: string): void;
  /** Begins a card with files. @returns null where nothing may be written. */
  addCard(group: GroupKey, files: readonly File[], alt?: string): CardId | null;
  retry(id: AttachmentId): void;
  cancel(id: AttachmentId): void;
  of(cardId: CardId): readonly Upload[];
  subscribe(listener: () => void): () => void;
}

const UploadsContext = createContext<Uploads | null>(null);
const none: readonly Upload[] = [];
const nothing = (): void => undefined;
const noUploads = (): (() => void) => nothing;

export const useUploads = (): Uploads | null => use(UploadsContext);

export const useUploadsOf = (cardId: CardId): readonly Upload[] => {
  const uploads = useUploads();
  return useSyncExternalStore(uploads?.subscribe ?? noUploads, () => uploads?.of(cardId) ?? none);
};

/** What takes files up and sends them is here a moment after the cards. */
const UploadWork = late(async () => (await import('./UploadWork.tsx')).UploadWork);

export const UploadsProvider = ({ reviewId, children }: { reviewId: ReviewId; children: ReactNode }) => {
  const [uploads, setUploads] = useState<Uploads | null>(null);
  const toast = useToast();
  useEffect(() => {
    if (uploads !== null) return;
    // Until then the browser would open a file in the place of the room.
    const hold = (event: DragEvent): void => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      if (event.type === 'drop') toast('Files can be taken in a moment: drop them again.');
    };
    document.addEventListener('dragover', hold);
    document.addEventListener('drop', hold);
    return () => {
      document.removeEventListener('dragover', hold);
      document.removeEventListener('drop', hold);
    };
  }, [uploads, toast]);
  return (
    <UploadsContext value={uploads}>
      {children}
      <UploadWork reviewId={reviewId} onReady={setUploads} />
    </UploadsContext>
  );
};
