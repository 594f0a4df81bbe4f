// Somebody removed the card in which one was writing. The words stay, the caret stays, and one can go on writing: to put the
// card back with them, to copy them, or to let them go. Rules: SPEC B60.
import { putBack } from '@hearth/board/put-back';
import { Trash2, X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { Button, IconButton } from '../../design/Button.tsx';
import { copyText } from '../../design/copy-text.ts';
import { kinds } from '../../design/kinds.ts';
import { Notice } from '../../design/Notice.tsx';
import { useToast } from '../../design/toast.tsx';
import { focusCard } from '../focus.ts';
import { isLocked, lockedWords } from '../lock-guard.ts';
import { useCard, useSession, useUi, type TakenCard } from '../session.tsx';
import styles from './TakenCards.module.css';

export const TakenCards = () => {
  const taken = useUi((ui) => ui.taken);
  return taken.map((one) => <Taken key={one.card.id} taken={one} />);
};

const Taken = ({ taken }: { taken: TakenCard }) => {
  const session = useSession();
  const toast = useToast();
  const { card, links, caret } = taken;
  const back = useCard(card.id);
  const field = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    const element = field.current;
    if (!element || caret === null) return;
    // The next letters would be commands of the board.
    element.focus({ preventScroll: true });
    element.setSelectionRange(caret, caret);
  }, [caret]);

  const words = (): string => field.current?.value ?? card.text;
  const letGo = (): void => session.ui.set({ taken: session.ui.get().taken.filter((one) => one !== taken) });
  const name = kinds[card.kind].name.toLowerCase();
  return (
    <Notice
      icon={Trash2}
      live="alert"
      className={styles.taken}
      title={
        back
          ? `The ${name} is back, without what you wrote last.`
          : `Somebody removed the ${name} that you were writing.`
      }
      actions={
        <>
          {session.canWrite && (
            <Button
              look="ink"
              onClick={() => {
                if (isLocked(session, [{ cards: [card] }, ...links.flatMap(({ from, to }) => [from, to])])) {
                  toast(lockedWords);
                  return;
                }
                putBack(session.writer, { ...card, text: words() }, links);
                letGo();
                focusCard(card.id);
              }}
            >
              {back ? 'Put my words into it' : 'Put it back'}
            </Button>
          )}
          <Button
            look="line"
            onClick={() =>
              void copyText(words()).then((done) =>
                toast(done ? 'Copied your words.' : 'This browser does not let words be copied by a button.'),
              )
            }
          >
            Copy the words
          </Button>
          <IconButton icon={X} label="Let the words go" onClick={letGo} />
        </>
      }
    >
      <textarea
        ref={field}
        className={styles.words}
        dir="auto"
        aria-label="Your words"
        rows={2}
        maxLength={20_000}
        defaultValue={card.text}
        onKeyDown={(event) => event.stopPropagation()}
      />
    </Notice>
  );
};
