// "Link to…": what a card explains, in which way; and the links that it has already.
import { linkMeanings, meaningNames, type Card, type LinkMeaning } from '@hearth/board/cards';
import { dated } from '@hearth/board/timeline';
import type { CardId } from '@hearth/review/ids';
import { X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Field, Select } from '../../design/Field.tsx';
import { Icon } from '../../design/Icon.tsx';
import { kinds } from '../../design/kinds.ts';
import { useCommands } from '../commands.tsx';
import { useRelations } from '../cards/CardFrame.tsx';
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
    ...(other.kind === 'event' ? { aside: timeWords(other, anchorMs(), zone) } : {}),
    icon: <Icon of={kinds[other.kind].icon} />,
    className: kinds[other.kind].className,
    section,
  });
  const linked = new Set<CardId>([
    ...relations.to.map((link) => link.to),
    ...relations.from.map((link) => link.from),
    id,
  ]);
  const free = (cards: readonly Card[]): Card[] => cards.filter((other) => !linked.has(other.id));
  const factors = free(view.list('factor')).map((other) => asChoice(other, backwards ? 'Conditions' : 'Factors'));
  const events = backwards ? [] : free(dated(view.list('event'))).map((other) => asChoice(other, 'Events'));

  return (
    <Dialog title={backwards ? 'What explains this?' : 'Link to…'} onClose={onClose}>
      <p className={styles.about}>{headline(card, 160)}</p>
      <Field label={backwards ? 'How it explains this' : 'This…'}>
        <Select
          value={meaning}
          onChange={(event) => {
            const chosen = linkMeanings.find((one) => one === event.target.value);
            if (chosen) setMeaning(chosen);
          }}
        >
          {linkMeanings.map((one) => (
            <option key={one} value={one}>
              {meaningNames[one]}…
            </option>
          ))}
        </Select>
      </Field>
      <Picker
        label={backwards ? 'The factor that explains this event' : 'What this explains'}
        placeholder={backwards ? 'Find a factor' : 'Find an event or a factor'}
        choices={[...events, ...factors]}
        nothing="Nothing left to link to by that name."
        onChoose={(other) => {
          onClose();
          if (backwards) commands.link(other as CardId, id, meaning);
          else commands.link(id, other as CardId, meaning);
        }}
      />
      {(relations.to.length > 0 || relations.from.length > 0) && (
        <section aria-label="Links that it has">
          <h3 className={styles.has}>Linked already</h3>
          <ul className={styles.evidence}>
            {relations.to.map((link) => (
              <li key={link.id}>
                <span>
                  <i>{meaningNames[link.meaning]}</i> {headline(view.card(link.to), 60)}
                </span>
                <IconButton icon={X} label="Remove this link" onClick={() => commands.unlink(link.id)} />
              </li>
            ))}
            {relations.from.map((link) => (
              <li key={link.id}>
                <span>
                  {headline(view.card(link.from), 60)} <i>{meaningNames[link.meaning]}</i> this
                </span>
                <IconButton icon={X} label="Remove this link" onClick={() => commands.unlink(link.id)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
};
