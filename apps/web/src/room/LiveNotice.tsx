// What is to be said about the connection, over the board: calm, exact, and gone when it is over.
import { counted } from '@hearth/review/time/words';
import { RefreshCw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Notice } from '../design/Notice.tsx';
import { type LiveStatus, wouldLose } from '../live/status.ts';

const backForMs = 6_000;
/** A hiccup shorter than this is not worth a notice. */
const patienceMs = 1_500;

const keptWords = (status: LiveStatus): string =>
  'changes' in status && status.changes > 0
    ? `${counted(status.changes, 'change')} kept ${status.keptOn === 'device' ? 'on this device' : 'in this tab: leave it open'}.`
    : 'Everything of yours is saved.';

interface LiveNoticeProps {
  status: LiveStatus;
  /** How many changes could not be taken, all in all: those were not sent. */
  notTaken?: number;
  onRetry: () => void;
  /** Saves what waits as a file. */
  onDownload?: () => void;
}

export const LiveNotice = ({ status, notTaken = 0, onRetry, onDownload }: LiveNoticeProps) => {
  const [late, setLate] = useState(false);
  const [back, setBack] = useState<number | null>(null);
  /** The most that waited, and how many had not been taken before. */
  const worst = useRef<{ changes: number; notTaken: number } | null>(null);

  const offline = status.kind === 'offline';
  useEffect(() => {
    if (!offline) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, [offline]);

  const changes = offline ? status.changes : null;
  const saved = status.kind === 'saved';
  useEffect(() => {
    if (changes !== null && late) {
      const before = worst.current;
      worst.current = {
        changes: Math.max(before?.changes ?? 0, changes),
        notTaken: before?.notTaken ?? notTaken,
      };
    } else if (saved && worst.current !== null) {
      setBack(Math.max(0, worst.current.changes - (notTaken - worst.current.notTaken)));
      worst.current = null;
    }
  }, [changes, late, notTaken, saved]);
  useEffect(() => {
    if (back === null) return;
    const timer = setTimeout(() => setBack(null), backForMs);
    return () => clearTimeout(timer);
  }, [back]);

  // Where nothing else holds them, or nothing will ever take them from here, a file does.
  const download = onDownload && (wouldLose(status) || (status.kind === 'refused' && status.changes > 0)) && (
    <Button look="line" onClick={onDownload}>
      Download
    </Button>
  );
  switch (status.kind) {
    case 'offline':
      return (
        late && (
          <Notice
            lost
            title="Offline."
            actions={
              <>
                {download}
                <Button look="line" onClick={onRetry}>
                  Try now
                </Button>
              </>
            }
          >
            {keptWords(status)}
          </Notice>
        )
      );
    case 'not-saved':
    case 'refused':
      return (
        <Notice
          lost={status.kind === 'refused'}
          live="alert"
          title={status.kind === 'refused' ? 'Not connected.' : 'Not saved.'}
          actions={download}
        >
          {status.advice} {status.changes > 0 && keptWords(status)}
        </Notice>
      );
    case 'saved':
    case 'saving':
      return (
        back !== null && (
          <Notice icon={RefreshCw} title="Back.">
            {back > 0 ? `${counted(back, 'change')} sent.` : 'You see what the others see.'}
          </Notice>
        )
      );
    case 'loading':
      return null;
  }
};
