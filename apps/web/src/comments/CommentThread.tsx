// One thread: the words that it is about, who said what and when, and what can be done with it.
import type { Reply, Thread } from '@hearth/board/comments';
import { clock, dayAndShortMonth } from '@hearth/review/time/words';
import { Check, RotateCcw, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useAnnounce } from '../design/announce.tsx';
import { Person } from '../design/Avatar.tsx';
import { Button, IconButton } from '../design/Button.tsx';
import { classes } from '../design/classes.ts';
import { localZone } from '../time/zones.ts';
import { CommentField } from './CommentField.tsx';
import styles from './CommentThread.module.css';
import { MentionText } from './MentionText.tsx';
import type { ThreadActs } from './thread-acts.ts';

interface CommentThreadProps {
  thread: Thread;
  acts: ThreadActs;
  active?: boolean;
  /** What it is about, in words; null where that is beside it anyway. */
  about: string | null;
  /** null where what it is about is gone. */
  onGoTo: (() => void) | null;
  /** Comments and answers that I have not seen. */
  fresh?: ReadonlySet<string>;
}

const nothingFresh: ReadonlySet<string> = new Set();

export const CommentThread = ({
  thread,
  acts,
  active = false,
  about,
  onGoTo,
  fresh = nothingFresh,
}: CommentThreadProps) => {
  const announce = useAnnounce();
  const [answering, setAnswering] = useState(false);
  const nameId = useId();
  const remark = (each: Reply) => (
    <div key={each.id} className={styles.remark}>
      <div className={styles.who}>
        {each.author ? <Person name={each.author.name} /> : <span className="small">Without a name</span>}
        <time className="meta" dateTime={new Date(each.createdAt).toISOString()}>
          {whenWords(each.createdAt)}
        </time>
        {fresh.has(each.id) && <span className={styles.fresh}>New</span>}
        {acts.canWrite && acts.isMine(each) && (
          <IconButton
            icon={Trash2}
            label={each.id === thread.id ? 'Remove my comment and its answers' : 'Remove my answer'}
            className={styles.remove}
            onClick={() => {
              acts.remove(each.id);
              announce('Removed.');
            }}
          />
        )}
      </div>
      <p dir="auto" className={styles.text}>
        <MentionText text={each.text} />
      </p>
    </div>
  );
  return (
    <article
      className={classes(styles.thread, active && styles.active)}
      data-thread-id={thread.id}
      {...(about === null ? { 'aria-label': 'Comment' } : { 'aria-labelledby': nameId })}
    >
      {about === null ? null : onGoTo ? (
        <button type="button" className={styles.quote} onClick={onGoTo}>
          <span className="vh">Comment on </span>
          <span id={nameId} dir="auto">
            {about}
          </span>
        </button>
      ) : (
        <p id={nameId} dir="auto" className={styles.quote}>
          {about}
        </p>
      )}
      {remark(thread)}
      {thread.replies.map(remark)}
      {thread.resolved && (
        <p className="meta">
          Resolved by {thread.resolved.name || 'somebody'}, {whenWords(thread.resolved.at)}
        </p>
      )}
      {acts.canWrite && answering && (
        <CommentField
          label="Answer"
          send="Answer"
          focused
          onSend={(text) => {
            acts.reply(thread.id, text);
            setAnswering(false);
            announce('Answer added.');
            return true;
          }}
          onCancel={() => setAnswering(false)}
        />
      )}
      {acts.canWrite && !answering && (
        <div className={styles.acts}>
          <Button onClick={() => setAnswering(true)}>Answer</Button>
          <Button
            icon={thread.resolved ? RotateCcw : Check}
            onClick={() => {
              const done = thread.resolved === null;
              acts.resolve(thread.id, done);
              announce(done ? 'Comment resolved.' : 'Comment opened again.');
            }}
          >
            {thread.resolved ? 'Open again' : 'Resolve'}
          </Button>
        </div>
      )}
    </article>
  );
};

/** On the reader's own clock: a comment is said to the people of now. */
const whenWords = (ms: number): string =>
  ms === 0 ? '' : `${dayAndShortMonth(ms, localZone())}, ${clock(ms, localZone())}`;
