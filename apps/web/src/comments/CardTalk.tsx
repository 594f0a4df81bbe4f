// What is said about one card, beside it: its threads, and a field for the next one.
import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { useEffect, useState } from 'react';
import { useCard } from '../board/session.tsx';
import { useAnnounce } from '../design/announce.tsx';
import { Button } from '../design/Button.tsx';
import { BesideCard } from './BesideCard.tsx';
import { CommentField } from './CommentField.tsx';
import { CommentThread } from './CommentThread.tsx';
import { remarksOf } from './counts.ts';
import { useRoomTalk, useThreads } from './talk.tsx';
import { useNameless } from './use-nameless.ts';
import { useFresh } from './use-fresh.ts';
import styles from './Talk.module.css';

export const CardTalk = ({ id, onClose }: { id: CardId; onClose: () => void }) => {
  const talk = useRoomTalk();
  const nameless = useNameless();
  const announce = useAnnounce();
  const card = useCard(id);
  const threads = useThreads(talk).filter((thread) => thread.card === id);
  const open = threads.filter(({ resolved }) => resolved === null);
  const done = threads.filter(({ resolved }) => resolved !== null);
  const fresh = useFresh(threads);
  const [writing, setWriting] = useState(open.length === 0);
  useEffect(() => talk.notes.see(threads.flatMap((thread) => remarksOf(thread).map((remark) => remark.id))));
  if (!card) return null;
  return (
    <BesideCard id={id} title={open.length === 0 ? 'Comment' : counted(open.length, 'comment')} onClose={onClose}>
      <div className={styles.list}>
        {open.map((thread) => (
          <CommentThread key={thread.id} thread={thread} acts={talk} about={null} onGoTo={null} fresh={fresh} />
        ))}
        {threads.length === 0 && !talk.canWrite && <p className="small">Nobody has commented on this.</p>}
        {talk.canWrite && writing && (
          <>
            <CommentField
              label="Comment"
              send="Comment"
              focused
              rows={2}
              onSend={(text) => {
                if (!talk.begin(id, text)) {
                  announce('The card has gone.');
                  return false;
                }
                announce('Comment added.');
                setWriting(false);
                return true;
              }}
              onCancel={() => {
                if (open.length === 0) onClose();
                else setWriting(false);
              }}
            />
            {nameless && <p className="small">Nobody will see who wrote this: no name is stored.</p>}
          </>
        )}
        {talk.canWrite && !writing && (
          <Button data-autofocus look="line" onClick={() => setWriting(true)}>
            New comment
          </Button>
        )}
        {done.length > 0 && (
          <details className={styles.resolved}>
            <summary>{counted(done.length, 'resolved comment')}</summary>
            <div className={styles.list}>
              {done.map((thread) => (
                <CommentThread key={thread.id} thread={thread} acts={talk} about={null} onGoTo={null} fresh={fresh} />
              ))}
            </div>
          </details>
        )}
      </div>
    </BesideCard>
  );
};
