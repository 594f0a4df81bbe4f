// What stands under the card that one is at: what it is, what it rests on, what it is linked to, and what can be done with it.
import type { Card } from '@hearth/board/cards';
import { Ellipsis } from 'lucide-react';
import { Button } from '../../design/Button.tsx';
import { kinds } from '../../design/kinds.ts';
import { OutsideLink } from '../../design/OutsideLink.tsx';
import { cardActs } from '../card-keys.ts';
import { useCommands } from '../commands.tsx';
import { focusCard } from '../focus.ts';
import { relationSentences, type Relations } from '../relations.ts';
import { useSession } from '../session.tsx';
import { cardCommands, keySigns, shortName } from './card-commands.ts';
import { OutlineFields } from './OutlineFields.tsx';
import type { OutlineLook } from './OutlineZone.tsx';
import styles from './Outline.module.css';
import own from './OutlineFocus.module.css';

interface OutlineFocusProps {
  card: Card;
  relations: Relations;
  look: OutlineLook;
}

export const OutlineFocus = ({ card, relations, look }: OutlineFocusProps) => {
  const { canWrite } = useSession();
  return (
    <div className={styles.below}>
      {canWrite && look === 'rows' && <OutlineFields key={`${card.id} ${fieldsKey(card)}`} card={card} />}
      {card.evidence.length > 0 && (
        <ul className={own.evidence} aria-label="What it rests on">
          {card.evidence.map((item, index) => (
            <li key={`${item.url} ${index}`}>
              <OutsideLink url={item.url} label={item.label} />
            </li>
          ))}
        </ul>
      )}
      <LinkSentences relations={relations} />
      {canWrite && (look === 'rows' ? <RowTools card={card} /> : <PhoneTools card={card} />)}
    </div>
  );
};

/** The lane's field holds what is typed: it begins anew when somebody else changes the lane. */
const fieldsKey = (card: Card): string => (card.kind === 'event' ? card.lane : '');

const LinkSentences = ({ relations }: { relations: Relations }) => {
  const { view } = useSession();
  const { to, from } = relations;
  if (to.length + from.length === 0) return null;
  const sentences = relationSentences(view, relations);
  const ends = [...to.map((link) => [link.id, link.to] as const), ...from.map((link) => [link.id, link.from] as const)];
  return (
    <ul className={own.relations} aria-label="Its links">
      {ends.map(([link, other], index) => (
        <li key={link}>
          <button type="button" onClick={() => focusCard(other)}>
            {sentences[index]}
          </button>
        </li>
      ))}
    </ul>
  );
};

const RowTools = ({ card }: { card: Card }) => {
  const session = useSession();
  const commands = useCommands();
  const acts = cardActs(card.id, session, commands);
  return (
    <div role="toolbar" aria-label={`For this ${kinds[card.kind].name.toLowerCase()}`} className={styles.toolbar}>
      {cardCommands(acts).map((command) => (
        <Button key={command} onClick={() => acts[command]?.()}>
          {shortName(command)} {keySigns(command) !== '' && <kbd aria-hidden="true">{keySigns(command)}</kbd>}
        </Button>
      ))}
    </div>
  );
};

/** On a phone the two that are wanted most, and a sheet with all of them. */
const PhoneTools = ({ card }: { card: Card }) => {
  const commands = useCommands();
  return (
    <div role="toolbar" aria-label={`For this ${kinds[card.kind].name.toLowerCase()}`} className={styles.toolbar}>
      <Button onClick={() => commands.edit(card.id)}>Edit</Button>
      <Button onClick={() => commands.open('details', card.id)}>Details</Button>
      <Button onClick={() => commands.open('move', card.id)}>Move to…</Button>
      <Button icon={Ellipsis} onClick={() => commands.open('actions', card.id)}>
        More
      </Button>
    </div>
  );
};
