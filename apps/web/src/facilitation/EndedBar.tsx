// After the meeting: that it has ended, and how to open it again.
import { RotateCcw } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { late } from '../shell/late.tsx';
import styles from './ControlBar.module.css';
import { useCommand, useFacilitation } from './use-facilitation.ts';

const AfterPanel = late(async () => (await import('../after/AfterPanel.tsx')).AfterPanel, { onDemandOnly: true });

export const EndedBar = () => {
  const { view, facilitates } = useFacilitation();
  const command = useCommand();
  return (
    <>
      <p className={styles.lobby}>
        <strong>The review has ended</strong>
        <span className="small">The board and the narrative stay open for finishing touches.</span>
      </p>
      <div className={styles.end}>
        {facilitates && (
          <Button icon={RotateCcw} onClick={() => void command({ kind: 'reopen' })}>
            Reopen the meeting
          </Button>
        )}
        {view && <AfterPanel view={view} />}
      </div>
    </>
  );
};
