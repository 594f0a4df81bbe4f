// What could not be taken: when, why, how much, and the words in it; to be downloaded, sent again or thrown away.
import { clock, counted, dayAndShortMonth } from '@hearth/review/time/words';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import type { BoardSession } from '../board/session.tsx';
import type { Passage, QuarantineState, RefusedChanges } from '../live/quarantine.ts';
import { localZone } from '../time/zones.ts';
import { isStillLocked } from './still-locked.ts';
import type { QuarantineActions } from './use-quarantine.ts';
import { previewOf, reasonOf, sizeOf } from './words.ts';
import styles from './Quarantine.module.css';

export interface QuarantineDialogProps {
  quarantine: QuarantineState;
  actions: QuarantineActions;
  /** Whether this person may write, now, and where not. */
  session: Pick<BoardSession, 'canWrite' | 'locked' | 'doc'>;
  onClose: () => void;
}

export const QuarantineDialog = ({ quarantine, actions, session, onClose }: QuarantineDialogProps) => {
  const { refusals, keptOn } = quarantine;
  return (
    <Dialog
      title={refusals.length === 0 ? 'Nothing is left here' : 'What could not be taken'}
      width="wide"
      onClose={onClose}
      actions={
        refusals.length === 0 ? (
          <Button look="ink" onClick={onClose}>
            Close
          </Button>
        ) : (
          <Button look="ink" icon={Download} data-autofocus onClick={actions.download}>
            Download
          </Button>
        )
      }
    >
      <p className={styles.intro}>
        {refusals.length > 0 &&
          (keptOn === 'device'
            ? 'It is not on the board. It stays on this device, for you alone, until you discard it.'
            : 'It is not on the board, and only in this tab: download it before you close the tab.')}
      </p>
      {refusals.map((refused) => (
        <Refusal
          key={refused.id}
          refused={refused}
          onDiscard={() => actions.discard(refused.id)}
          onSendAgain={mayGoNow(session, refused) ? () => actions.sendAgain(refused.id) : null}
        />
      ))}
    </Dialog>
  );
};

/** Whether the reason may have gone. */
const mayGoNow = ({ canWrite, locked, doc }: QuarantineDialogProps['session'], refused: RefusedChanges): boolean =>
  canWrite &&
  (refused.code === 'HEARTH_OBSERVERS_ONLY_READ' ||
    (refused.code === 'HEARTH_LOCKED' && !isStillLocked(doc, refused, locked)));

interface RefusalProps {
  refused: RefusedChanges;
  onDiscard: () => void;
  /** Where the reason may have gone. */
  onSendAgain: (() => void) | null;
}

const Refusal = ({ refused, onDiscard, onSendAgain }: RefusalProps) => {
  const [asking, setAsking] = useState(false);
  const { id, refusedAtMs, changes, passages, code } = refused;
  const zone = localZone();
  return (
    <section className={styles.refusal} aria-labelledby={`refused-${id}`}>
      <h3 id={`refused-${id}`}>
        {dayAndShortMonth(refusedAtMs, zone)}, {clock(refusedAtMs, zone)}
        <span className={styles.size}>
          {counted(changes.length, 'change')}, {sizeOf(refused)}
        </span>
      </h3>
      <p>{reasonOf(code)}</p>
      {passages.length === 0 ? (
        <p className="meta">No words: something was moved, linked or removed.</p>
      ) : (
        <dl className={styles.passages}>
          {passages.slice(0, shownPassages).map((passage, index) => (
            <Preview key={index} passage={passage} />
          ))}
        </dl>
      )}
      {passages.length > shownPassages && (
        <p className="meta">{counted(passages.length - shownPassages, 'more place', 'more places')} in the file.</p>
      )}
      <div className={styles.choices}>
        {asking ? (
          <>
            <span className={styles.question}>Nobody has another copy.</span>
            <span className={styles.answers}>
              <Button look="line" onClick={onDiscard}>
                Discard for good
              </Button>
              <Button onClick={() => setAsking(false)}>Keep</Button>
            </span>
          </>
        ) : (
          <>
            {onSendAgain && (
              <Button look="line" onClick={onSendAgain}>
                Send again
              </Button>
            )}
            <Button onClick={() => setAsking(true)}>Discard…</Button>
          </>
        )}
      </div>
    </section>
  );
};

const shownPassages = 12;

const Preview = ({ passage: { place, text } }: { passage: Passage }) => {
  const { words, more } = previewOf(text);
  return (
    <div>
      <dt>{place}</dt>
      <dd>
        {words}
        {more > 0 && <span className="meta"> … and {counted(more, 'more letter', 'more letters')}</span>}
      </dd>
    </div>
  );
};
