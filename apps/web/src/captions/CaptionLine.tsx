// The captions as they can be read: always a log for screen readers, a line in the room for who asks for it, and all of them
// in a dialog. Whatever is said aloud is said by the page's one live region: the log itself keeps still.
import { clock } from '@hearth/review/time/words';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useBringActs } from '../commands/late-acts.ts';
import { IconButton } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { BelowToasts } from '../design/toast.tsx';
import { localZone } from '../time/zones.ts';
import { showCaptions, useCaptionLog, useCaptionsShown, type Caption } from './caption-log.ts';
import styles from './CaptionLine.module.css';

export const CaptionLine = () => {
  const log = useCaptionLog();
  const shown = useCaptionsShown();
  const [open, setOpen] = useState(false);
  useBringActs({ captions: () => showCaptions(!shown), 'read-captions': () => setOpen(true) });
  const last = log.at(-1);
  return (
    <>
      <div className="vh" role="log" aria-live="off" aria-label="What happened in the meeting">
        <CaptionList log={log} />
      </div>
      {shown && (
        <BelowToasts>
          <div className={styles.line}>
            {/* Said aloud already, and in the log. */}
            <p dir="auto" aria-hidden="true">
              {last?.words ?? 'Captions of the meeting come here.'}
            </p>
            <IconButton icon={ScrollText} label="Read the captions back" onClick={() => setOpen(true)} />
          </div>
        </BelowToasts>
      )}
      {open && (
        <Dialog title="What happened in the meeting" width="normal" onClose={() => setOpen(false)}>
          {log.length === 0 ? (
            <p className="small">
              Nothing since you came in. Stages, the clock, hands, rounds and votes are written here.
            </p>
          ) : (
            <CaptionList log={log.toReversed()} className={styles.list} />
          )}
        </Dialog>
      )}
    </>
  );
};

const CaptionList = ({ log, className }: { log: readonly Caption[]; className?: string | undefined }) => (
  <ol className={className}>
    {log.map(({ id, atMs, words }) => (
      <li key={id}>
        <time dateTime={new Date(atMs).toISOString()}>{clock(atMs, localZone())}</time> <span dir="auto">{words}</span>
      </li>
    ))}
  </ol>
);
