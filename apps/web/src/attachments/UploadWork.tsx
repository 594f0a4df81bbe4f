// Takes files up, keeps them on the device until they have arrived, and puts them on their cards.
import { attachFile } from '@hearth/board/operations';
import { errors } from '@hearth/protocol/errors';
import { attachmentLimits } from '@hearth/protocol/http/attachment-limits';
import type { AttachmentId, CardId, ReviewId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useCommands } from '../board/commands.tsx';
import { isLocked } from '../board/lock-guard.ts';
import { useSession } from '../board/session.tsx';
import { useAnnounce } from '../design/announce.tsx';
import { useToast } from '../design/toast.tsx';
import { randomId } from '../live/random-id.ts';
import { deviceUploads } from './device-uploads.ts';
import { prepare } from './prepare.ts';
import { sendFile } from './send-file.ts';
import type { Uploads } from './Uploads.tsx';
import { UploadQueue, type Attached } from './upload-queue.ts';
import { useFileGestures } from './use-file-gestures.ts';
import { titleOfFile } from './words.ts';

export interface UploadWorkProps {
  reviewId: ReviewId;
  /** null when there is nothing to take files up any more. */
  onReady: (uploads: Uploads | null) => void;
}

export const UploadWork = ({ reviewId, onReady }: UploadWorkProps) => {
  const session = useSession();
  const commands = useCommands();
  const say = useAnnounce();
  const toast = useToast();
  const [queue, setQueue] = useState<UploadQueue | null>(null);

  const attach = useEffectEvent((cardId: CardId, file: Parameters<typeof attachFile>[2]): Attached => {
    if (!session.canWrite || isLocked(session, cardId)) return 'later';
    if (session.view.card(cardId) === undefined) return 'card-gone';
    if (attachFile(session.writer, cardId, file)) say(`${file.name} is on the card`);
    return 'attached';
  });
  const onGivenUp = useEffectEvent((name: string) =>
    toast(`The card for ${name} was removed, so the file was not added.`),
  );

  useEffect(() => {
    const opened = new UploadQueue({
      reviewId,
      store: deviceUploads(),
      send: sendFile,
      attach: (cardId, file) => attach(cardId, file),
      wait: untilOnline,
      onGivenUp: ({ name }) => onGivenUp(name),
    });
    setQueue(opened);
    void opened.open();
    return () => {
      setQueue(null);
      opened.close();
    };
  }, [reviewId]);

  const uploads = useMemo((): Uploads | null => {
    if (queue === null) return null;
    const bring = async (cardId: CardId, file: File, alt: string): Promise<void> => {
      const { content, thumbnail } = await prepare(file);
      if (content.size > attachmentLimits.file || content.size === 0) {
        const code = content.size === 0 ? 'HEARTH_ATTACHMENT_EMPTY' : 'HEARTH_ATTACHMENT_TOO_LARGE';
        toast(`${file.name}: ${errors[code].advice}`, { stayMs: 12_000 });
        return;
      }
      const kept = await queue.add({
        reviewId,
        id: randomId() as AttachmentId,
        cardId,
        name: file.name || 'file',
        content,
        thumbnail,
        alt,
        addedAt: Date.now(),
      });
      if (!kept) toast(`This device keeps nothing: leave the page open until ${file.name} has arrived.`);
    };
    const add: Uploads['add'] = (cardId, files, alt = '') => {
      if (!session.canWrite || files.length === 0) return;
      say(`Adding ${files.length === 1 ? (files[0]?.name ?? '') : counted(files.length, 'file')}`);
      void (async () => {
        for (const file of files) await bring(cardId, file, alt);
      })();
    };
    return {
      add,
      addCard: (group, files, alt) => {
        const id = commands.add(group, titleOfFile(files[0]?.name ?? ''));
        if (id !== null) add(id, files, alt);
        return id;
      },
      retry: (id) => queue.retry(id),
      cancel: (id) => void queue.cancel(id),
      of: (cardId) => queue.of(cardId),
      subscribe: queue.subscribe,
    };
  }, [queue, reviewId, session, commands, say, toast]);

  useFileGestures(uploads);
  useEffect(() => {
    onReady(uploads);
    return () => onReady(null);
  }, [uploads, onReady]);
  return null;
};

const untilOnline = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
  });
