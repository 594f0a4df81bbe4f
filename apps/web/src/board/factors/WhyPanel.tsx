// Asking why, and why again: the chain of a card as a tree that branches, told as it is on the board just now. Everything
// written here is a factor like any other, and everyone sees it at once.
import { categoryNames, explainingMeanings, type Card } from '@hearth/board/cards';
import { depthOf, whyQuestion, whyTree, type Why } from '@hearth/board/whys';
import type { CardId } from '@hearth/review/ids';
import { CornerDownRight, MessageCircleQuestionMark } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { classes } from '../../design/classes.ts';
import { Dialog } from '../../design/Dialog.tsx';
import { Icon } from '../../design/Icon.tsx';
import { kinds } from '../../design/kinds.ts';
import { useCommands } from '../commands.tsx';
import { eventIcons } from '../event-kinds.ts';
import { headline } from '../relations.ts';
import { useCard, useLinks, useSession, useVisitors } from '../session.tsx';
import { visitorWords } from '../presence.ts';
import { timeWords } from '../timeline/time-entry.ts';
import { categoryIcons } from './category-icons.ts';
import { meaningAround } from './meaning-items.ts';
import { WhyAnswer } from './WhyAnswer.tsx';
import styles from './WhyPanel.module.css';

/** Five is a habit, not a rule. */
const deepEnough = 5;

export const WhyPanel = ({ id, onClose }: { id: CardId; onClose: () => void }) => {
  const card = useCard(id);
  const links = useLinks();
  const tree = whyTree(links, id);
  const [asked, setAsked] = useState<CardId | null>(id);
  if (!card) return null;
  const depth = depthOf(tree);
  return (
    <Dialog
      title="Ask why"
      width="wide"
      onClose={onClose}
      actions={
        <>
          <p className={classes('meta', styles.state)} role="status">
            {depth === 0
              ? 'Ask for conditions, not for culprits. Several answers to one why are welcome.'
              : depth < deepEnough
                ? `${depth} deep. Stop whenever it stops helping.`
                : `${depth} deep. Does it end in a signal that nobody gets?`}
          </p>
          <Button look="ink" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <ul className={styles.tree} aria-label="The chain of answers">
        <WhyBranch why={tree} asked={asked} onAsk={setAsked} />
      </ul>
    </Dialog>
  );
};

interface WhyBranchProps {
  why: Why;
  /** The card of which one asks why just now. */
  asked: CardId | null;
  onAsk: (id: CardId | null) => void;
}

const WhyBranch = ({ why, asked, onAsk }: WhyBranchProps) => {
  const { canWrite } = useSession();
  const card = useCard(why.card);
  if (!card) return null;
  const open = asked === why.card && !why.told;
  return (
    <li className={styles.branch}>
      {why.link && <Because why={why} />}
      <div className={classes(styles.card, kinds[card.kind].className, why.depth === 0 && styles.root)}>
        <CardWords card={card} />
        {canWrite && !why.told && !open && (
          <Button
            icon={MessageCircleQuestionMark}
            className={styles.ask}
            aria-label={`Why? ${headline(card, 60)}`}
            onClick={() => onAsk(card.id)}
          >
            Why?
          </Button>
        )}
      </div>
      {why.told && <p className="meta">Its answers stand further up.</p>}
      {(why.answers.length > 0 || open) && (
        <ul className={styles.answers} aria-label={`Answers to: ${headline(card, 60)}`}>
          {why.answers.map((answer) => (
            <WhyBranch key={answer.link?.id ?? answer.card} why={answer} asked={asked} onAsk={onAsk} />
          ))}
          {open && canWrite && (
            <li className={styles.branch}>
              <WhyAnswer
                key={card.id}
                to={card.id}
                question={whyQuestion(why.depth)}
                onGoOn={onAsk}
                onClose={() => onAsk(null)}
              />
            </li>
          )}
        </ul>
      )}
    </li>
  );
};

/** The link of an answer: what it means can be changed where it stands. */
const Because = ({ why: { link } }: { why: Why }) => {
  const { canWrite, view } = useSession();
  const commands = useCommands();
  if (!link) return null;
  return (
    <div className={styles.because}>
      <Icon of={CornerDownRight} size="s" />
      {canWrite ? (
        <select
          aria-label={`How “${headline(view.card(link.from), 40)}” explains it`}
          value={link.meaning}
          onChange={(event) => {
            const meaning = explainingMeanings.find((one) => one === event.target.value);
            if (meaning) commands.changeMeaning(link.id, meaning);
          }}
        >
          {explainingMeanings.map((meaning) => (
            <option key={meaning} value={meaning}>
              {meaningAround(meaning, 'it')}
            </option>
          ))}
        </select>
      ) : (
        <span>{meaningAround(link.meaning, 'it')}</span>
      )}
    </div>
  );
};

const CardWords = ({ card }: { card: Card }) => {
  const { zone, anchorMs } = useSession();
  const visitors = useVisitors(card.id);
  const busy = visitors.filter((visitor) => visitor.doing !== 'looking');
  const icon =
    card.kind === 'event'
      ? eventIcons[card.eventKind]
      : card.kind === 'factor'
        ? categoryIcons[card.category]
        : kinds[card.kind].icon;
  return (
    <div className={styles.words}>
      {card.kind === 'event' && <b>{timeWords(card, anchorMs(), zone)}</b>}
      <p>{card.text.trim() === '' ? headline(card) : card.text}</p>
      <p className={classes('meta', styles.facts)}>
        <Icon of={icon} size="s" />
        {card.kind === 'factor' ? categoryNames[card.category] : kinds[card.kind].name}
        {card.author && ` · ${card.author.name}`}
        {busy.length > 0 && ` · ${visitorWords(busy)}`}
      </p>
    </div>
  );
};
