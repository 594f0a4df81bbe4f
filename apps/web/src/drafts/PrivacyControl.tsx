// For the facilitator: private or open, how much is written, and the reveal.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { Attribution } from '@hearth/review/templates/template';
import { ChevronDown, Eye, Lock } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { Menu } from '../design/Menu.tsx';
import { useCommand, useSecondsUntil } from '../facilitation/use-facilitation.ts';
import { attributionNames, countWords } from './words.ts';
import styles from './PrivacyControl.module.css';

const attributions: readonly Attribution[] = ['attributed', 'anonymous'];

export const PrivacyControl = ({ view }: { view: FacilitationView }) => {
  const command = useCommand();
  const { writing, status, stages, stageIndex } = view.state;
  const seconds = useSecondsUntil(writing?.phase === 'revealing' ? writing.revealAtMs : null);
  const items = (checked: Attribution | null) =>
    attributions.map((attribution) => ({
      id: attribution,
      label: attributionNames[attribution],
      ...(checked === null ? {} : { checked: checked === attribution }),
      onSelect: () => void command({ kind: 'write-privately', attribution }),
    }));

  if (writing?.phase === 'revealing')
    return (
      <div className={styles.control}>
        <span className={styles.state}>
          <Icon of={Eye} /> Revealing{seconds > 0 && ` in ${seconds}`}…
        </span>
      </div>
    );
  if (writing?.phase === 'private')
    return (
      <div className={styles.control}>
        <Menu label="Private writing" items={items(writing.attribution)} heading="When revealed">
          {(trigger) => (
            <Button {...trigger} disabled={status !== 'running'} className={styles.state}>
              <Icon of={Lock} />
              <span className="vh">Private writing, {attributionNames[writing.attribution].toLowerCase()}: </span>
              <span className={styles.count}>{countWords(view.drafts ?? { thoughts: 0, inProgress: 0 })}</span>
              <Icon of={ChevronDown} size="s" />
            </Button>
          )}
        </Menu>
        <Button look="ink" icon={Eye} onClick={() => void command({ kind: 'reveal' })}>
          Reveal
        </Button>
      </div>
    );
  if (status !== 'running' || stages[stageIndex]?.zone !== 'perspectives') return null;
  return (
    <div className={styles.control}>
      <Menu label="Private writing" items={items(null)} heading="Everybody writes for themselves">
        {(trigger) => (
          <Button {...trigger} icon={Lock}>
            Write privately
          </Button>
        )}
      </Menu>
    </div>
  );
};
