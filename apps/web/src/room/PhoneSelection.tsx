// Several cards on a phone: tapped one by one, then grouped, moved or removed. Stands where the composer stands.
import { useEffect } from 'react';
import { useCommands } from '../board/commands.tsx';
import { outlineOf } from '../board/outline/outline-view.ts';
import { useSession, useUi } from '../board/session.tsx';
import { useAnnounce } from '../design/announce.tsx';
import { Button } from '../design/Button.tsx';
import styles from './PhoneRoom.module.css';

export const PhoneSelection = () => {
  const session = useSession();
  const { view, picked } = session;
  const commands = useCommands();
  const announce = useAnnounce();
  const outline = outlineOf(view);
  const last = useUi((ui) => ui.selected);
  const count = useUi((ui) => ui.also.length + (ui.selected === null ? 0 : 1));
  const factors = useUi(
    (ui) => [...ui.also, ui.selected].filter((id) => id !== null && view.card(id)?.kind === 'factor').length,
  );
  const done = (): void => {
    outline.set({ selecting: false });
    session.select(null);
  };
  useEffect(() => announce(`${count} selected`), [announce, count]);
  // Whoever leaves the list has done with it.
  useEffect(() => () => outline.set({ selecting: false }), [outline]);
  return (
    <div className={styles.say} role="toolbar" aria-label="For the selected cards">
      <div className={styles.selection}>
        <strong>{count === 0 ? 'Tap cards' : `${count} selected`}</strong>
        <Button look="line" onClick={done}>
          Done
        </Button>
      </div>
      <div className={styles.selection}>
        <Button
          look={factors > 1 ? 'ink' : 'line'}
          aria-disabled={factors < 2}
          title="Two factors or more make a theme"
          onClick={() => {
            if (factors < 2) {
              announce('Two factors or more make a theme.');
              return;
            }
            outline.set({ selecting: false });
            commands.group(picked());
          }}
        >
          Group
        </Button>
        <Button
          look="line"
          aria-disabled={last === null}
          onClick={() => {
            if (last !== null) commands.open('move', last);
          }}
        >
          Move to…
        </Button>
        <Button
          look="line"
          aria-disabled={last === null}
          onClick={() => {
            const ids = picked();
            done();
            commands.removeAll(ids);
          }}
        >
          Remove
        </Button>
      </div>
    </div>
  );
};
