// What else was at work: conditions around the work, one by one. Everybody sees the answers; an answer becomes a factor, or a
// question, by one press.
import { categoryNames } from '@hearth/board/cards';
import {
  answerDiagnostic,
  diagnosticAnswers,
  diagnosticToFactor,
  longestNote,
  noteDiagnostic,
  type Answered,
  type DiagnosticAnswer,
} from '@hearth/board/diagnostics';
import { diagnostics, type Diagnostic } from '@hearth/learning/prompts/diagnostics';
import type { CardId } from '@hearth/review/ids';
import { MessageCirclePlus, Plus } from 'lucide-react';
import { useId, useState, useSyncExternalStore } from 'react';
import { lockedWords } from '../board/lock-guard.ts';
import { newCardId } from '../board/new-id.ts';
import { headline } from '../board/relations.ts';
import { useSession } from '../board/session.tsx';
import { useAnnounce } from '../design/announce.tsx';
import { Button } from '../design/Button.tsx';
import { KindChip } from '../design/KindChip.tsx';
import { Segmented } from '../design/Segmented.tsx';
import { useToast } from '../design/toast.tsx';
import { useAsk } from './use-ask.ts';
import { useChecklist } from './use-checklist.ts';
import styles from './Prompts.module.css';

const answerNames: Record<DiagnosticAnswer, string> = { yes: 'Yes', no: 'No', 'not-sure': 'Not sure' };
const nothing: Answered = { answer: null, note: '', card: null };

export const Checklist = ({ onOpenCard }: { onOpenCard: (id: CardId) => void }) => {
  const answered = useChecklist();
  const done = diagnostics.filter(({ id }) => answered.get(id)?.answer).length;
  return (
    <details className={styles.checklist}>
      <summary>
        What else was at work?
        <span className="meta">
          {done} of {diagnostics.length} asked
        </span>
      </summary>
      <p className="small">Conditions around the work. Everybody sees what is answered here; nobody is named.</p>
      <ol>
        {diagnostics.map((item) => (
          <Item key={item.id} item={item} said={answered.get(item.id) ?? nothing} onOpenCard={onOpenCard} />
        ))}
      </ol>
    </details>
  );
};

interface ItemProps {
  item: Diagnostic;
  said: Answered;
  onOpenCard: (id: CardId) => void;
}

const Item = ({ item, said, onOpenCard }: ItemProps) => {
  const { canWrite, writer } = useSession();
  const title = useId();
  return (
    <li aria-labelledby={title} data-diagnostic={item.id}>
      <h4 id={title}>{item.question}</h4>
      <p className="small">{item.hint}</p>
      {canWrite ? (
        <Segmented
          label={item.name}
          options={diagnosticAnswers.map((value) => ({ value, label: answerNames[value] }))}
          value={said.answer}
          onChange={(value) => answerDiagnostic(writer, item.id, value === said.answer ? null : value)}
        />
      ) : (
        <p className="meta">{said.answer === null ? 'Not asked yet' : answerNames[said.answer]}</p>
      )}
      {said.answer !== null && <Noted item={item} said={said} onOpenCard={onOpenCard} />}
    </li>
  );
};

const Noted = ({ item, said, onOpenCard }: ItemProps) => {
  const { canWrite, locked, writer, by, view } = useSession();
  const card = useSyncExternalStore(view.subscribe, () => (said.card === null ? undefined : view.card(said.card)));
  const ask = useAsk();
  const announce = useAnnounce();
  const toast = useToast();
  if (!canWrite && said.note === '' && !card) return null;
  const become = (): void => {
    const text = said.note === '' ? item.factor : said.note;
    if (locked.has('factors')) toast(lockedWords);
    else if (diagnosticToFactor(writer, item.id, { id: newCardId(), text, category: item.category }, by()))
      announce(`${categoryNames[item.category]} factor added`);
  };
  return (
    <div className={styles.noted}>
      {canWrite ? <NoteField item={item} note={said.note} /> : said.note !== '' && <p>{said.note}</p>}
      {card ? (
        <KindChip kind={card.kind} label={headline(card, 60)} onClick={() => onOpenCard(card.id)} />
      ) : (
        canWrite &&
        (said.answer === 'yes' ? (
          <Button look="line" icon={Plus} onClick={become}>
            Add as a factor
            <span className="vh">
              , {categoryNames[item.category].toLowerCase()}: {item.name}
            </span>
          </Button>
        ) : (
          said.answer === 'not-sure' && (
            <Button look="line" icon={MessageCirclePlus} onClick={() => ask(item.question)}>
              Ask it on the board<span className="vh">: {item.name}</span>
            </Button>
          )
        ))
      )}
    </div>
  );
};

/** A line, kept when it is left or with Enter. What somebody else notes meanwhile takes no word out of my hand. */
const NoteField = ({ item, note }: { item: Diagnostic; note: string }) => {
  const { writer } = useSession();
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => {
    if (typed !== null) noteDiagnostic(writer, item.id, typed);
    setTyped(null);
  };
  return (
    <input
      aria-label={`Note: ${item.name}`}
      placeholder="What was it?"
      maxLength={longestNote}
      value={typed ?? note}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
};
