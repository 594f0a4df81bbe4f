// Questions to ask: the next good one for whoever runs the meeting, those of the selected card, those of the stage, and a
// checklist of what else may have been at work.
import { cardDeckOf, deckOf } from '@hearth/learning/prompts/decks';
import type { CardId } from '@hearth/review/ids';
import { useId, useState } from 'react';
import { headline } from '../board/relations.ts';
import { useCard, useUi } from '../board/session.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { Checklist } from './Checklist.tsx';
import { Deck } from './Deck.tsx';
import { NextQuestion } from './NextQuestion.tsx';
import styles from './Prompts.module.css';

export interface PromptsPanelProps {
  onOpenCard: (id: CardId) => void;
  /** Goes to a block of the narrative. */
  onOpenBlock: (index: number) => void;
}

export const PromptsPanel = ({ onOpenCard, onOpenBlock }: PromptsPanelProps) => {
  const { facilitates } = useFacilitation();
  const selected = useUi((ui) => ui.selected);
  return (
    <div className={styles.panel}>
      {facilitates && <NextQuestion onOpenCard={onOpenCard} onOpenBlock={onOpenBlock} />}
      {selected !== null && <CardQuestions id={selected} />}
      <StageQuestions />
      <Checklist onOpenCard={onOpenCard} />
    </div>
  );
};

const CardQuestions = ({ id }: { id: CardId }) => {
  const card = useCard(id);
  const title = useId();
  if (!card) return null;
  return (
    <section aria-labelledby={title}>
      <h3 id={title} className={styles.title}>
        For “{headline(card, 48)}”
      </h3>
      <Deck questions={cardDeckOf(card)} labelledBy={title} />
    </section>
  );
};

/** Those of the stage that the room is in, or of another one. */
const StageQuestions = () => {
  const { view } = useFacilitation();
  const [chosen, setChosen] = useState<string | null>(null);
  const title = useId();
  const stages = view?.state.stages ?? [];
  const now = view?.state.status === 'running' ? stages[view.state.stageIndex] : stages[0];
  const stage = stages.find((one) => one.id === chosen) ?? now ?? null;
  return (
    <section aria-labelledby={title}>
      <h3 id={title} className={styles.title}>
        <label>
          For{' '}
          <select value={stage?.id ?? ''} onChange={(event) => setChosen(event.target.value)}>
            {stages.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
                {one === now && view?.state.status === 'running' ? ', now' : ''}
              </option>
            ))}
          </select>
        </label>
      </h3>
      <Deck questions={deckOf(stage)} labelledBy={title} lead />
    </section>
  );
};
