// Says that something could not be taken, until its author has seen it. Calm: nothing of it is lost.
import { Inbox, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../design/Button.tsx';
import { Notice } from '../design/Notice.tsx';
import type { QuarantineState } from '../live/quarantine.ts';
import { countOf, notTaken, reasonsOf } from './words.ts';

export interface QuarantineNoticeProps {
  quarantine: QuarantineState;
  onLook: () => void;
  onDownload: () => void;
}

export const QuarantineNotice = ({ quarantine, onLook, onDownload }: QuarantineNoticeProps) => {
  /** How many there were when it was put away: more bring it back. */
  const [putAway, setPutAway] = useState(0);
  const count = countOf(quarantine);
  if (count <= putAway) return null;
  const inTab = quarantine.keptOn === 'tab';
  return (
    <Notice
      icon={Inbox}
      live={inTab ? 'alert' : 'status'}
      title={notTaken(quarantine)}
      actions={
        <>
          <Button look="line" onClick={onLook}>
            Look
          </Button>
          <Button look={inTab ? 'ink' : 'line'} onClick={onDownload}>
            Download
          </Button>
          {!inTab && <IconButton icon={X} label="Not now" onClick={() => setPutAway(count)} />}
        </>
      }
    >
      {reasonsOf(quarantine.refusals)}{' '}
      {inTab ? 'This browser keeps nothing for you: download it before you close the tab.' : 'Kept on this device.'}
    </Notice>
  );
};
