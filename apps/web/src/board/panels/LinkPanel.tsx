// "Link to…": what a card explains, in which way; and the links that it has already.
import {
  categoryNames,
  explainingMeanings,
  meaningNames,
  type Card,
  type Link,
  type LinkMeaning,
} from '@hearth/board/cards';
import { dated, undated } from '@hearth/board/timeline';
import type { CardId } from '@hearth/review/ids';
import { X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { FieldGroup, Radio } from '../../design/Field.tsx';
import { Icon } from '../../design/Icon.tsx';
import { kinds } from '../../design/kinds.ts';
import { useCommands } from '../commands.tsx';
import { useRelations } from '../cards/CardFrame.tsx';
import { eventIcons } from '../event-kinds.ts';
import { categoryIcons } from '../factors/category-icons.ts';
import { meaningAround } from '../factors/meaning-items.ts';
import { headline } from '../relations.ts';
import { useCard, useSession } from '../session.tsx';
import { timeWords } from '../timeline/time-entry.ts';
import { Picker, type Choice } from './Picker.tsx';
import styles from './Panels.module.css';

export const LinkPanel = ({ id, onClose }: { id: CardId; onClose: () => void }) => {
  const { view, zone, anchorMs } = useSession();
  const commands = useCommands();
  const card = useCard(id);
  const relations = useRelations(id);
  const [meaning, setMeaning] = useState<LinkMeaning>('contributed');
  if (!card) return null;

  // A link runs from a condition to what it explains: from an event, one chooses the condition.
  const backwards = card.kind === 'event';
  const asChoice = (other: Card, section: string): Choice => ({
    id: other.id,
    label: headline(other),
    ...(other.kind === 'event'
      ? {
          aside: [timeWords(other, anchorMs(), zone), other.lane].filter(Boolean).join(' · '),
          icon: <Icon of={eventIcons[other.eventKind]} />,
        }
      : other.kind === 'factor'
        ? { aside: categoryNames[other.category], icon: <Icon of={categoryIcons[other.category]} /> }
        : {}),
    className: kinds[other.kind].className,
    section,
  });
  const linked = new Set<CardId>([...relations.to.map((link) => link.to), id]);
  const linkedFrom = new Set<CardId>([...relations.from.map((link) => link.from), id]);
  const free = (cards: readonly Card[]): Card[] =>
    cards.filter((other) => !(backwards ? linkedFrom : linked).has(other.id));
  const factors = free(view.list('factor')).map((other) => asChoice(other, backwards ? 'Conditions' : 'Factors'));
  const events = view.list('event');
  const eventChoices = backwards
    ? []
    : free([...dated(events), ...undated(events)]).map((other) => asChoice(other, 'Events'));

  return (
    <Dialog title={backwards ? 'What explains this?' : 'Link to…'} onClose={onClose}>
      <p className={styles.about}>{headline(card, 160)}</p>
      <FieldGroup legend={backwards ? 'The factor…' : 'This…'} className={styles.meanings}>
        {explainingMeanings.map((one) => (
          <Radio key={one} name="meaning" checked={one === meaning} onChange={() => setMeaning(one)}>
            {meaningNames[one]}
          </Radio>
        ))}
      </FieldGroup>
      <Picker
        label={backwards ? 'The factor that explains this event' : 'What this explains'}
        placeholder={backwards ? 'Find a factor' : 'Find an event or a factor'}
        choices={[...eventChoices, ...factors]}
        nothing="Nothing left to link to by that name."
        onChoose={(other) => {
          // What is refused says why, and another can be chosen.
          const done = backwards
            ? commands.link(other as CardId, id, meaning)
            : commands.link(id, other as CardId, meaning);
          if (done) onClose();
        }}
      />
      {(relations.to.length > 0 || relations.from.length > 0) && (
        <section aria-label="Links that it has">
          <h3 className={styles.has}>Linked already</h3>
          <ul className={styles.evidence}>
            {relations.to.map((link) => (
              <Linked key={link.id} link={link} other={link.to} />
            ))}
            {relations.from.map((link) => (
              <Linked key={link.id} link={link} other={link.from} backwards />
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
};

interface LinkedProps {
  link: Link;
  other: CardId;
  /** The other card is the condition. */
  backwards?: boolean;
}

const Linked = ({ link, other, backwards = false }: LinkedProps) => {
  const { view } = useSession();
  const commands = useCommands();
  const words = headline(view.card(other), 60);
  return (
    <li>
      {backwards && <span>{words}</span>}
      <select
        className={styles.meaning}
        aria-label={backwards ? `What “${words}” does to this` : `What this does to “${words}”`}
        value={link.meaning}
        onChange={(event) => {
          const chosen = explainingMeanings.find((one) => one === event.target.value);
          if (chosen) commands.changeMeaning(link.id, chosen);
        }}
      >
        {explainingMeanings.map((one) => (
          <option key={one} value={one}>
            {backwards ? meaningAround(one, 'this') : meaningNames[one]}
          </option>
        ))}
      </select>
      {!backwards && <span className={styles.linked}>{words}</span>}
      <IconButton icon={X} label={`Remove the link with “${words}”`} onClick={() => commands.unlink(link.id)} />
    </li>
  );
};
