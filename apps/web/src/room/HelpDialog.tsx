import { Dialog } from '../design/Dialog.tsx';
import { keyHelp } from './key-help.ts';
import styles from './HelpDialog.module.css';

const onApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const named = (key: string): string => (onApple && key === 'Alt' ? '⌥' : key);

/** Every key that works in the room, and no other. */
export const HelpDialog = ({ canWrite, onClose }: { canWrite: boolean; onClose: () => void }) => (
  <Dialog title="Keys" width="wide" onClose={onClose}>
    <div className={styles.groups}>
      {keyHelp
        .map((group) => ({ ...group, keys: group.keys.filter((key) => canWrite || !key.writes) }))
        .filter((group) => group.keys.length > 0)
        .map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(({ keys, does }) => (
                <div key={does}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{named(key)}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </div>
  </Dialog>
);
