// The next good question: why it appears, what it is about, and what to do with it.
import type { CardId } from '@hearth/review/ids';
import { Lightbulb, MessageCirclePlus, RefreshCw, TextQuote, X } from 'lucide-react';
import { useId } from 'react';
import { headline } from '../board/relations.ts';
import { useSession } from '../board/session.tsx';
import { Button, IconButton } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { KindChip } from '../design/KindChip.tsx';
import type { PromptsPanelProps } from './PromptsPanel.tsx';
import { useAsk } from './use-ask.ts';
import { useNextQuestion } from './use-next-question.ts';
import styles from './Prompts.module.css';

export const NextQuestion = ({ onOpenCard, onOpenBlock }: PromptsPanelProps) => {
  const { view, canWrite } = useSession();
  const { current, others, aside, another, putAside, bringBack } = useNextQuestion();
  const ask = useAsk();
  const title = useId();
  const shown = (current?.cards ?? []).map((id) => view.shownBy(id)).filter((id) => view.card(id) !== undefined);
  return (
    <section className={styles.next} aria-labelledby={title} data-suggests={current?.rule}>
      <div className={styles.head}>
        <h3 id={title} className={styles.title}>
          <Icon of={Lightbulb} /> Next good question
        </h3>
        {current && <IconButton icon={X} label="Put this question aside" title="Put aside" onClick={putAside} />}
      </div>
      <div aria-live="polite">
        {current ? (
          <>
            <p className={styles.question}>{current.question}</p>
            <p className="small">{current.why}</p>
          </>
        ) : (
          <p className={styles.quiet}>Nothing stands out just now. Listen, and read one of those below.</p>
        )}
      </div>
      {shown.length > 0 && (
        <ul className={styles.about} aria-label="What it is about">
          {[...new Set(shown)].map((id) => (
            <li key={id}>
              <Echo id={id} onOpenCard={onOpenCard} />
            </li>
          ))}
        </ul>
      )}
      {current && (
        <div className={styles.acts}>
          {current.block !== undefined && (
            <Button look="line" icon={TextQuote} onClick={() => onOpenBlock(current.block ?? 0)}>
              Show the passage
            </Button>
          )}
          {canWrite && current.private !== true && (
            <Button look="line" icon={MessageCirclePlus} onClick={() => ask(current.question)}>
              Ask it on the board
            </Button>
          )}
          {others > 0 && (
            <Button icon={RefreshCw} onClick={another}>
              Another one
            </Button>
          )}
        </div>
      )}
      {aside > 0 && (
        <p className={styles.aside}>
          <span className="meta">{aside} put aside</span>
          <Button onClick={bringBack}>Bring back</Button>
        </p>
      )}
    </section>
  );
};

const Echo = ({ id, onOpenCard }: { id: CardId; onOpenCard: (id: CardId) => void }) => {
  const card = useSession().view.card(id);
  return card && <KindChip kind={card.kind} label={headline(card, 60)} onClick={() => onOpenCard(id)} />;
};
