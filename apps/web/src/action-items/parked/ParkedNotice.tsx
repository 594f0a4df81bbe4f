// Offers what was parked, once the factors are done: to those who decide, once, and never in the way.
import { CircleArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Notice } from '../../design/Notice.tsx';
import { BelowToasts } from '../../design/toast.tsx';
import { parkedWords } from './parked.ts';
import styles from './Parked.module.css';

interface ParkedNoticeProps {
  count: number;
  onLook: () => void;
}

export const ParkedNotice = ({ count, onLook }: ParkedNoticeProps) => {
  /** As many as there were when it was put aside: one more, and it asks again. */
  const [aside, setAside] = useState(0);
  if (count <= aside) return null;
  return (
    <BelowToasts>
      <Notice
        icon={CircleArrowRight}
        offer
        className={styles.notice}
        title={`${parkedWords(count)}.`}
        actions={
          <>
            <Button look="line" onClick={onLook}>
              Look at {count === 1 ? 'it' : 'them'} now
            </Button>
            <Button onClick={() => setAside(count)}>Later</Button>
          </>
        }
      >
        The factors are done: now is the time to decide.
      </Notice>
    </BelowToasts>
  );
};
