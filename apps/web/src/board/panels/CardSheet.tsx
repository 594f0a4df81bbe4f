// Everything that can be done with a card, in words and under a thumb: the phone's way to what keys and toolbars do elsewhere.
import type { CardId } from '@hearth/review/ids';
import { flushSync } from 'react-dom';
import { Dialog } from '../../design/Dialog.tsx';
import { kinds } from '../../design/kinds.ts';
import { cardActs } from '../card-keys.ts';
import { useCommands } from '../commands.tsx';
import { cardCommands, shortName } from '../outline/card-commands.ts';
import { outlineOf } from '../outline/outline-view.ts';
import { headline } from '../relations.ts';
import { useCard, useSession } from '../session.tsx';
import styles from './Panels.module.css';

export const CardSheet = ({ id, onClose }: { id: CardId; onClose: () => void }) => {
  const session = useSession();
  const commands = useCommands();
  const card = useCard(id);
  if (!card) return null;
  const acts = cardActs(id, session, commands);
  const isEvent = card.kind === 'event';
  const named = cardCommands(acts).map((command) => ({ command, label: shortName(command), act: acts[command] }));
  const offers: { label: string; act: (() => void) | undefined }[] = [
    ...named.filter(({ command }) => command !== 'remove'),
    { label: isEvent ? 'A minute earlier' : 'One place up', act: () => commands.stepInList(id, 'up') },
    { label: isEvent ? 'A minute later' : 'One place down', act: () => commands.stepInList(id, 'down') },
    {
      label: 'Select several',
      act: () => {
        session.selectAll([id]);
        outlineOf(session.view).set({ selecting: true });
      },
    },
    ...named.filter(({ command }) => command === 'remove'),
  ];
  return (
    <Dialog title={kinds[card.kind].name} width="narrow" onClose={onClose}>
      <p className={styles.about}>{headline(card, 160)}</p>
      <ul className={styles.offers}>
        {offers.map(({ label, act }) => (
          <li key={label}>
            <button
              type="button"
              onClick={() => {
                // The sheet is away first, within the same tap: a field that opens then brings the keyboard along.
                flushSync(() => session.ui.set({ panel: null }));
                act?.();
              }}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
