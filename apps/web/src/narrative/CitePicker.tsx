// Chooses the card to cite: type to search, arrows to move, Enter to cite.
import { cardKinds, type Card, type CardKind } from '@hearth/board/cards';
import { dated, undated } from '@hearth/board/timeline';
import type { BoardView } from '@hearth/board/view';
import type { CardId } from '@hearth/review/ids';
import { wallTimeOf } from '@hearth/review/time/wall-time';
import { counted } from '@hearth/review/time/words';
import { useRef, useState, type KeyboardEvent } from 'react';
import { classes } from '../design/classes.ts';
import { Dialog } from '../design/Dialog.tsx';
import { Checkbox, TextInput } from '../design/Field.tsx';
import { Icon } from '../design/Icon.tsx';
import { kinds } from '../design/kinds.ts';
import { useCitedBoard } from './cards-context.ts';
import { citeable } from './cite-search.ts';
import styles from './CitePicker.module.css';

interface CitePickerProps {
  cited: readonly CardId[];
  onlyNotCited: boolean;
  onChoose: (id: CardId) => void;
  onClose: () => void;
}

export const CitePicker = ({ cited, onlyNotCited: fromStart, onChoose, onClose }: CitePickerProps) => {
  const { view, zone } = useCitedBoard();
  const list = useRef<HTMLUListElement>(null);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<CardKind | null>(null);
  const [onlyNotCited, setOnlyNotCited] = useState(fromStart);
  const told = new Set(cited);
  const cards = inOrder(view);
  const found = citeable(cards, { text, kind, cited: told, onlyNotCited }, zone);

  return (
    <Dialog title="Cite a card" onClose={onClose}>
      <div className={styles.search}>
        <TextInput
          type="search"
          aria-label="Search the cards"
          placeholder="Words of the card, a time, a name"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const first = found[0];
            if (event.key === 'Enter' && first) {
              event.preventDefault();
              onChoose(first.id);
            } else moveInList(event, list.current);
          }}
        />
        <fieldset className={styles.kinds} aria-label="Kind of card">
          {cardKinds.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={kind === each}
              className={classes(styles.kind, kinds[each].className)}
              onClick={() => setKind(kind === each ? null : each)}
            >
              <Icon of={kinds[each].icon} size="s" /> {kinds[each].plural}
            </button>
          ))}
        </fieldset>
        <Checkbox checked={onlyNotCited} onChange={(event) => setOnlyNotCited(event.target.checked)}>
          Only what is not yet told
        </Checkbox>
      </div>
      <ul ref={list} className={styles.list} aria-label="Cards">
        {found.map((card) => (
          <li key={card.id}>
            <button
              type="button"
              className={classes(styles.option, kinds[card.kind].className)}
              onClick={() => onChoose(card.id)}
              onKeyDown={(event) => moveInList(event, list.current)}
            >
              <Icon of={kinds[card.kind].icon} size="s" className={styles.icon} />
              <span className="vh">{kinds[card.kind].name}: </span>
              {card.kind === 'event' && card.at !== null && (
                <span className={styles.time}>
                  {card.precision === 'about' && 'about '}
                  {wallTimeOf(card.at, zone).slice(11, 16)}
                </span>
              )}
              <span className={styles.words}>{card.text}</span>
              {told.has(card.id) && <span className="meta">cited</span>}
            </button>
          </li>
        ))}
      </ul>
      <output className={found.length === 0 ? 'small' : 'vh'}>
        {found.length === 0 ? nothingWords(cards.length, onlyNotCited) : counted(found.length, 'card')}
      </output>
    </Dialog>
  );
};

/** Kind by kind; events as they happened, those without a time last. */
const inOrder = (view: BoardView): Card[] =>
  cardKinds.flatMap((kind): Card[] => {
    if (kind !== 'event') return [...view.list(kind)];
    const events = view.list('event');
    return [...dated(events), ...undated(events)];
  });

/** Up and down move between the cards; up from the first one stays. */
const moveInList = (event: KeyboardEvent, list: HTMLUListElement | null): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...(list?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[at < 0 ? 0 : Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
};

const nothingWords = (cards: number, onlyNotCited: boolean): string => {
  if (cards === 0) return 'The board has no cards yet.';
  return onlyNotCited ? 'Nothing here that is not told already.' : 'No card has these words.';
};
