// The questions of a stage that looks at no part of the board: on a phone they stand where the cards would.
import { deckOf } from '@hearth/learning/prompts/decks';
import type { Stage } from '@hearth/review/templates/template';
import { MessageCircleQuestionMark } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../design/Button.tsx';
import { Deck } from './Deck.tsx';
import { openPrompts } from './open-prompts.ts';
import styles from './Prompts.module.css';

export interface StageDeckProps {
  stage: Stage | null;
  /** Without the list: the way to it. */
  brief?: boolean;
}

export const StageDeck = ({ stage, brief = false }: StageDeckProps) => {
  const title = useId();
  return (
    <section className={styles.onPhone} aria-labelledby={brief ? undefined : title}>
      {!brief && (
        <>
          <h2 id={title}>Questions for this stage</h2>
          {/* The stage's own question stands above it already. */}
          <Deck questions={deckOf(stage).slice(stage === null ? 0 : 1)} labelledBy={title} />
        </>
      )}
      <Button icon={MessageCircleQuestionMark} onClick={openPrompts}>
        {brief ? 'Questions to ask' : 'More questions to ask'}
      </Button>
    </section>
  );
};
