// The place of private writing: one's own field and list, blank chits of the others, and "mine are ready".
import { Check, EyeOff } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { Notice } from '../design/Notice.tsx';
import { useMyTurn, useSecondsUntil } from '../facilitation/use-facilitation.ts';
import { counted } from '@hearth/review/time/words';
import { useSyncExternalStore } from 'react';
import { Chits } from './Chits.tsx';
import { OwnThoughts } from './OwnThoughts.tsx';
import type { OwnDraft } from './own-draft.ts';
import { PrivateComposer } from './PrivateComposer.tsx';
import { useDrafts, type UnderWay } from './use-drafts.ts';
import styles from './PrivateWriting.module.css';

export interface PrivateWritingProps {
  /** The phone has the field at the bottom. */
  composer?: boolean;
}

export const PrivateWriting = ({ composer = true }: PrivateWritingProps) => {
  const { writing, left } = useDrafts();
  if (writing !== null) return <Round writing={writing} composer={composer} />;
  return left.length > 0 && <NotRevealed />;
};

const Round = ({ writing, composer }: { writing: UnderWay; composer: boolean }) => {
  const { own } = useDrafts();
  const seconds = useSecondsUntil(writing.phase === 'revealing' ? writing.revealAtMs : null);
  return (
    <section className={styles.private} aria-label="Private writing" data-phase={writing.phase}>
      <div className={styles.mine}>
        <h3>
          <Icon of={EyeOff} />
          {writing.phase === 'private' ? 'Everybody writes for themselves' : `Revealing in ${Math.max(1, seconds)}…`}
        </h3>
        {composer && <PrivateComposer writing={writing} />}
        {own && <Mine own={own} editable={writing.phase === 'private'} />}
      </div>
      <div className={styles.theirs}>
        <h3>The others</h3>
        <Chits />
      </div>
    </section>
  );
};

const Mine = ({ own, editable }: { own: OwnDraft; editable: boolean }) => {
  const turn = useMyTurn();
  const status = useSyncExternalStore(own.status.subscribe, own.status.get);
  return (
    <>
      <OwnThoughts own={own} editable={editable} />
      {editable && (
        <p className={styles.foot}>
          {turn.possible && (
            <Button look="line" icon={Check} aria-pressed={turn.ready} onClick={turn.toggleReady}>
              {turn.ready ? 'Ready' : 'Mine are ready'}
            </Button>
          )}
          <span className="meta" data-draft-status={status.kind}>
            {statusWords(status.kind)}
          </span>
        </p>
      )}
    </>
  );
};

const statusWords = (kind: string): string => {
  switch (kind) {
    case 'saved':
      return 'Kept';
    case 'offline':
      return 'Offline. Kept on this device.';
    case 'saving':
      return 'Keeping…';
    default:
      return '';
  }
};

/** What the reveal did not have is its author’s to add. */
const NotRevealed = () => {
  const { left, addLeft, putLeftAside } = useDrafts();
  const nameless = left.every(({ anonymous }) => anonymous);
  return (
    <Notice
      title={`You have ${counted(left.length, 'thought')} that ${left.length === 1 ? 'was' : 'were'} not revealed.`}
      icon={EyeOff}
      className={styles.left}
      actions={
        <>
          <Button look="ink" onClick={() => void addLeft()}>
            {left.length === 1 ? 'Add it' : 'Add them'}
          </Button>
          <Button onClick={putLeftAside}>Leave out</Button>
        </>
      }
    >
      {nameless ? 'Added, they carry no name.' : 'Added, everybody sees them.'}
      <ul className={styles.leftList}>
        {left.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
};
