// Quiet hints in the margin, one at a time, which can be put aside for good: cards that the story does not mention yet, key
// moments first, and sections that tell a lot and cite nothing.
import type { Card } from '@hearth/board/cards';
import { cardKinds } from '@hearth/board/cards';
import type { BoardView } from '@hearth/board/view';
import type { CardId } from '@hearth/review/ids';
import { Quote } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { KindTag } from '../design/KindChip.tsx';
import { useBoardValue, useCitedBoard } from './cards-context.ts';
import styles from './NotCited.module.css';
import { unsupported, type Section } from './outline.ts';

interface NotCitedProps {
  cited: readonly CardId[];
  onCite: (id: CardId) => void;
  onSeeAll: () => void;
}

export const NotCited = ({ cited, onCite, onSeeAll }: NotCitedProps) => {
  const { view } = useCitedBoard();
  const [aside, putAside] = useAside(view);
  // Renders again when a card came, went or was reworded.
  useBoardValue((board) =>
    notCited(board, cited)
      .map((card) => `${card.id} ${card.text}`)
      .join('\n'),
  );
  const waiting = notCited(view, cited).filter((card) => !aside.has(card.id));
  const card = waiting[0];
  if (!card) return null;
  return (
    <section className={styles.note} aria-label="Suggested citation">
      <h3>
        <Icon of={Quote} /> Not cited yet
      </h3>
      <KindTag kind={card.kind} />
      <p className="small">{card.text}</p>
      <div className={styles.acts}>
        <Button onClick={() => onCite(card.id)}>Cite it</Button>
        <Button onClick={() => putAside(card.id)}>Not here</Button>
        {waiting.length > 1 && (
          <Button onClick={onSeeAll}>
            All {waiting.length}
            <span className="vh"> cards that are not cited yet</span>
          </Button>
        )}
      </div>
    </section>
  );
};

interface UnsupportedProps {
  sections: readonly Section[];
  onCite: (section: Section) => void;
}

/** A section that tells a lot and cites nothing: what is it based on? */
export const Unsupported = ({ sections, onCite }: UnsupportedProps) => {
  const { view } = useCitedBoard();
  const [aside, putAside] = useAside(view);
  const anyCard = useBoardValue((board) => cardKinds.some((kind) => board.list(kind).length > 0));
  const section = unsupported(sections).find(({ title }) => !aside.has(title));
  if (!section || !anyCard) return null;
  return (
    <section className={styles.note} aria-label="A section that cites nothing">
      <h3>
        <Icon of={Quote} /> What is this based on?
      </h3>
      <p className="small">Nothing is cited in “{section.title || 'Untitled'}” yet.</p>
      <div className={styles.acts}>
        <Button onClick={() => onCite(section)}>Cite a card there</Button>
        <Button onClick={() => putAside(section.title)}>Leave it</Button>
      </div>
    </section>
  );
};

/** What was put aside stays so while the room is open, however often one comes and goes. */
const putAsideBy = new WeakMap<BoardView, Set<string>>();

const useAside = (view: BoardView): [ReadonlySet<string>, (what: string) => void] => {
  const [aside, setAside] = useState<ReadonlySet<string>>(() => putAsideBy.get(view) ?? new Set());
  return [
    aside,
    (what) => {
      const all = new Set([...(putAsideBy.get(view) ?? []), what]);
      putAsideBy.set(view, all);
      setAside(all);
    },
  ];
};

/** Cards with words that no sentence cites: key moments, then by kind and order on the board. */
const notCited = (view: BoardView, cited: readonly CardId[]): Card[] => {
  const told = new Set(cited);
  const cards = cardKinds.flatMap((kind): Card[] => [...view.list(kind)]);
  const open = cards.filter((card) => card.text.trim() !== '' && !told.has(card.id));
  const key = (card: Card): boolean => card.kind === 'event' && card.key;
  return [...open.filter(key), ...open.filter((card) => !key(card))];
};
