// A list of questions: read one aloud, or ask it on the board.
import { MessageCirclePlus } from 'lucide-react';
import { useSession } from '../board/session.tsx';
import { classes } from '../design/classes.ts';
import { IconButton } from '../design/Button.tsx';
import { useAsk } from './use-ask.ts';
import styles from './Prompts.module.css';

interface DeckProps {
  questions: readonly string[];
  labelledBy: string;
  /** The first of them leads. */
  lead?: boolean;
}

export const Deck = ({ questions, labelledBy, lead = false }: DeckProps) => {
  const { canWrite } = useSession();
  const ask = useAsk();
  return (
    <>
      {lead && (
        <p className="small">{canWrite ? 'Read one aloud, or ask it on the board.' : 'To read and think about.'}</p>
      )}
      <ul className={classes(styles.deck, lead && styles.lead)} aria-labelledby={labelledBy}>
        {questions.map((question) => (
          <li key={question}>
            <span>{question}</span>
            {canWrite && (
              <IconButton
                icon={MessageCirclePlus}
                label={`Ask it on the board: ${question}`}
                title="Ask it on the board"
                onClick={() => ask(question)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
};
