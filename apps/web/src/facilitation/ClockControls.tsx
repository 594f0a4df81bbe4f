// Pause or resume, one minute more, five minutes more.
import { Pause, Play } from 'lucide-react';
import { Button, IconButton } from '../design/Button.tsx';
import styles from './ControlBar.module.css';
import { useCommand } from './use-facilitation.ts';

export const ClockControls = ({ paused }: { paused: boolean }) => {
  const command = useCommand();
  return (
    <>
      <IconButton
        icon={paused ? Play : Pause}
        solid={paused}
        label={paused ? 'Let the clock run' : 'Pause the clock'}
        onClick={() => void command({ kind: paused ? 'resume' : 'pause' })}
      />
      <Button className={styles.more} onClick={() => void command({ kind: 'extend', minutes: 1 })}>
        +1<span className="vh"> minute</span>
      </Button>
      <Button className={styles.more} onClick={() => void command({ kind: 'extend', minutes: 5 })}>
        +5<span className="vh"> minutes</span>
      </Button>
    </>
  );
};
