// A card in the outline: a row with its words, facts and relations, and under the focused one what can be done with it.
import type { CardId } from '@hearth/review/ids';
import { memo, useRef, useState } from 'react';
import { CardFiles } from '../../attachments/CardFiles.tsx';
import { Button } from '../../design/Button.tsx';
import { classes } from '../../design/classes.ts';
import { Icon } from '../../design/Icon.tsx';
import { kinds } from '../../design/kinds.ts';
import { useRelations } from '../cards/CardFrame.tsx';
import { factWords, spokenCard } from '../cards/spoken.ts';
import { useCommands } from '../commands.tsx';
import { eventIcons } from '../event-kinds.ts';
import { cardElement, useFocusThatMoves } from '../focus.ts';
import { zoneOfKind } from '../groups.ts';
import { isPicked, pickPress } from '../picking.ts';
import { visitorWords } from '../presence.ts';
import { headline, relationSentences, relationWords } from '../relations.ts';
import { useCard, useSession, useUi, useVisitors } from '../session.tsx';
import { CardTextField } from '../text/CardTextField.tsx';
import { timeWords } from '../timeline/time-entry.ts';
import type { OutlineLook } from './OutlineZone.tsx';
import styles from './Outline.module.css';

interface OutlineItemProps {
  id: CardId;
  look: OutlineLook;
  first: boolean;
}

export const OutlineItem = memo(({ id, look, first }: OutlineItemProps) => {
  const session = useSession();
  const commands = useCommands();
  const card = useCard(id);
  const selected = useUi((ui) => ui.selected === id);
  const picked = useUi((ui) => isPicked(ui, id));
  const several = useUi((ui) => ui.also.length > 0);
  const editing = useUi((ui) => ui.editing === id);
  const mark = useUi((ui) => ui.marks.get(id));
  const visitors = useVisitors(id);
  const relations = useRelations(id);
  const isStop = useUi((ui) => {
    const stop = card && ui.stops[zoneOfKind[card.kind]];
    return stop === undefined ? first : stop === id;
  });
  const element = useRef<HTMLDivElement>(null);
  const [tapped, setTapped] = useState(false);
  useFocusThatMoves(element, id);
  if (!card) return null;
  const { view, zone, canWrite } = session;
  const anchorMs = session.anchorMs();
  const who = visitorWords(visitors);
  const related = relationWords(relations);
  const facts =
    look === 'rows'
      ? [factWords(card), mark?.spoken, who].filter(Boolean).join(', ')
      : [factWords(card), related, mark?.spoken, who].filter(Boolean).join(' · ');

  return (
    <>
      <div
        ref={element}
        role="group"
        data-card-id={id}
        tabIndex={isStop ? 0 : -1}
        aria-label={`${spokenCard(card, relations, { view, anchorMs, zone })}${who ? ` ${who}.` : ''}${mark ? ` ${mark.spoken}.` : ''}`}
        className={classes(
          styles.card,
          kinds[card.kind].className,
          card.kind === 'event' && styles.event,
          picked && styles.selected,
          editing && styles.editing,
          mark && styles.marked,
        )}
        onFocus={(event) => {
          if (event.target === event.currentTarget) session.select(id);
        }}
        onPointerDown={(event) => {
          setTapped(session.ui.get().selected === id && !event.shiftKey);
          pickPress(event, id, session);
        }}
        onClick={() => {
          if (tapped && !editing && look === 'rows') commands.edit(id);
        }}
      >
        {card.kind === 'event' && (
          <span className={styles.when}>{card.at === null ? '' : timeWords(card, anchorMs, zone)}</span>
        )}
        <Icon of={card.kind === 'event' ? eventIcons[card.eventKind] : kinds[card.kind].icon} className={styles.icon} />
        <div className={styles.words}>
          {editing ? (
            <CardTextField
              id={id}
              label={`Words of the ${kinds[card.kind].name.toLowerCase()}`}
              onLeave={(how) => {
                if (session.ui.get().editing === id) session.ui.set({ editing: null });
                if (how === 'keys') element.current?.focus({ preventScroll: true });
              }}
            />
          ) : (
            <span className={classes(card.kind === 'event' && card.key && styles.key)}>
              {card.text.trim() === '' ? <i>{headline(card)}</i> : card.text}
            </span>
          )}{' '}
          {facts && <span className={classes('meta', styles.facts)}>{facts}</span>}
          <CardFiles card={card} stops />
        </div>
        {related && look === 'rows' && <span className={styles.related}>{related}</span>}
      </div>
      {selected && !editing && !several && (
        <div className={styles.below}>
          {related && look === 'rows' && (
            <ul className={styles.relations} aria-label="Its links">
              {[...relations.to.map((link) => link.to), ...relations.from.map((link) => link.from)].map(
                (other, index) => (
                  <li key={other}>
                    <button type="button" onClick={() => cardElement(other)?.focus()}>
                      {relationSentences(view, relations)[index]}
                    </button>
                  </li>
                ),
              )}
            </ul>
          )}
          {canWrite && (
            <div
              role="toolbar"
              aria-label={`For this ${kinds[card.kind].name.toLowerCase()}`}
              className={styles.toolbar}
            >
              <Button onClick={() => commands.edit(id)}>
                Edit <kbd aria-hidden="true">↵</kbd>
              </Button>
              <Button onClick={() => commands.open('details', id)}>
                Details <kbd aria-hidden="true">E</kbd>
              </Button>
              <Button onClick={() => commands.open('link', id)}>
                Link to… <kbd aria-hidden="true">L</kbd>
              </Button>
              <Button onClick={() => commands.open('move', id)}>
                Move to… <kbd aria-hidden="true">M</kbd>
              </Button>
              <Button onClick={() => commands.remove(id)}>
                Remove <kbd aria-hidden="true">⌫</kbd>
              </Button>
            </div>
          )}
        </div>
      )}
    </>
  );
});
OutlineItem.displayName = 'OutlineItem';
