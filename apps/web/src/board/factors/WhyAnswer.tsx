// One answer to a why: new words, or a factor that is there already. Where words land on a person it asks on, and holds
// nobody up.
import {
  categoryNames,
  factorCategories,
  explainingMeanings,
  type FactorCategory,
  type LinkMeaning,
} from '@hearth/board/cards';
import { linkRefusal } from '@hearth/board/links';
import { rephrasing } from '@hearth/board/whys';
import type { CardId } from '@hearth/review/ids';
import { useId, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Field, Select, TextArea } from '../../design/Field.tsx';
import { Icon } from '../../design/Icon.tsx';
import { kinds } from '../../design/kinds.ts';
import { useCommands } from '../commands.tsx';
import { Picker } from '../panels/Picker.tsx';
import { headline } from '../relations.ts';
import { useSession } from '../session.tsx';
import { categoryIcons } from './category-icons.ts';
import { meaningAround } from './meaning-items.ts';
import styles from './WhyPanel.module.css';

interface WhyAnswerProps {
  /** The card that is asked about. */
  to: CardId;
  question: string;
  /** Asks why of the answer. */
  onGoOn: (answer: CardId) => void;
  onClose: () => void;
}

export const WhyAnswer = ({ to, question, onGoOn, onClose }: WhyAnswerProps) => {
  const { view } = useSession();
  const commands = useCommands();
  const [text, setText] = useState('');
  const [category, setCategory] = useState<FactorCategory>('organisational');
  const [meaning, setMeaning] = useState<LinkMeaning>('made-possible');
  const [picking, setPicking] = useState(false);
  const hintId = useId();
  const hint = rephrasing(text);

  const write = (goOn: boolean): void => {
    const answer = commands.answer(to, text, category, meaning);
    if (answer === null) return;
    setText('');
    if (goOn) onGoOn(answer);
  };
  const there = view
    .list('factor')
    .filter((card) => linkRefusal(view.links(), card, view.card(to)) === null)
    .map((card) => ({
      id: card.id,
      label: headline(card),
      aside: categoryNames[card.category],
      icon: <Icon of={categoryIcons[card.category]} />,
      className: kinds.factor.className,
      section: 'Factors',
    }));

  return (
    <form
      className={styles.answer}
      aria-label="An answer"
      onSubmit={(event) => {
        event.preventDefault();
        write(true);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.key !== 'Escape' || (text === '' && !picking)) return;
        // Escape leaves what is open in here first; the panel stays.
        event.preventDefault();
        event.stopPropagation();
        if (picking) setPicking(false);
        else setText('');
      }}
    >
      {picking ? (
        <>
          <Picker
            label="A factor that is there already"
            placeholder="Find a factor"
            choices={there}
            nothing="No other factor by that name can answer this."
            onChoose={(id) => {
              setPicking(false);
              if (commands.link(id as CardId, to, meaning)) onGoOn(id as CardId);
            }}
          />
          <Button onClick={() => setPicking(false)}>Write one instead</Button>
        </>
      ) : (
        <>
          <Field label={question}>
            <TextArea
              autoFocus
              data-autofocus
              rows={2}
              maxLength={2000}
              aria-describedby={hint === null ? undefined : hintId}
              placeholder="A condition: a rule, a tool, a load, a thing that could not be seen"
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return;
                event.preventDefault();
                write(!(event.ctrlKey || event.metaKey));
              }}
            />
          </Field>
          <p id={hintId} className={styles.hint} aria-live="polite">
            {hint !== null && (
              <>
                This lands on a person. <b>{hint}</b>
              </>
            )}
          </p>
          <div className={styles.how}>
            <Select
              aria-label="How it explains it"
              value={meaning}
              onChange={(event) => {
                const chosen = explainingMeanings.find((one) => one === event.target.value);
                if (chosen) setMeaning(chosen);
              }}
            >
              {explainingMeanings.map((one) => (
                <option key={one} value={one}>
                  {meaningAround(one, 'it')}
                </option>
              ))}
            </Select>
            <Select
              aria-label="What kind of condition"
              value={category}
              onChange={(event) => {
                const chosen = factorCategories.find((one) => one === event.target.value);
                if (chosen) setCategory(chosen);
              }}
            >
              {factorCategories.map((one) => (
                <option key={one} value={one}>
                  {categoryNames[one]}
                </option>
              ))}
            </Select>
          </div>
          <div className={styles.send}>
            <Button submit look="ink" disabled={text.trim() === ''}>
              Answer, and ask why again
            </Button>
            <Button look="line" disabled={text.trim() === ''} onClick={() => write(false)}>
              Another answer
            </Button>
            {there.length > 0 && <Button onClick={() => setPicking(true)}>One that is there…</Button>}
            <Button onClick={onClose}>Stop here</Button>
          </div>
        </>
      )}
    </form>
  );
};
