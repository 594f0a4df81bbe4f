// A card in the outline: a row with its words, facts and links. At the one where one is, time and facts are fields.
import type { CardId } from '@hearth/review/ids';
import { zoneOfKind } from '@hearth/board/zones';
import { memo, useRef, useState } from 'react';
import { CardFiles } from '../../attachments/CardFiles.tsx';
import { TalkMarks, useTalkWords } from '../../comments/TalkMarks.tsx';
import { classes } from '../../design/classes.ts';
import { Icon } from '../../design/Icon.tsx';
import { kinds } from '../../design/kinds.ts';
import { useRelations } from '../cards/CardFrame.tsx';
import { factWords, spokenCard } from '../cards/spoken.ts';
import { useCommands } from '../commands.tsx';
import { Ties } from '../differently/Ties.tsx';
import { eventIcons } from '../event-kinds.ts';
import { focusCard, useFocusThatMoves } from '../focus.ts';
import { isPicked, pickPress } from '../picking.ts';
import { visitorWords } from '../presence.ts';
import { headline, relationWords } from '../relations.ts';
import { useCard, useSession, useUi, useVisitors } from '../session.tsx';
import { CardTextField } from '../text/CardTextField.tsx';
import { CardDots } from '../../votes/late-parts.ts';
import { EventTold } from '../timeline/EventParts.tsx';
import { timeWords } from '../timeline/time-entry.ts';
import { OutlineFocus } from './OutlineFocus.tsx';
import { OutlineLinks } from './OutlineLinks.tsx';
import { OutlineTime } from './OutlineTime.tsx';
import type { OutlineLook } from './OutlineZone.tsx';
import { useOutlineView } from './outline-view.ts';
import { cardAbove, useTextKeys } from './text-keys.ts';
import styles from './Outline.module.css';

interface OutlineItemProps {
  id: CardId;
  look: OutlineLook;
  first: boolean;
  /** It stands under the heading of its group. */
  placed?: boolean;
}

export const OutlineItem = memo(({ id, look, first, placed = false }: OutlineItemProps) => {
  const session = useSession();
  const commands = useCommands();
  const card = useCard(id);
  const selected = useUi((ui) => ui.selected === id);
  const picked = useUi((ui) => isPicked(ui, id));
  const several = useUi((ui) => ui.also.length > 0);
  const editing = useUi((ui) => ui.editing === id);
  const mark = useUi((ui) => ui.marks.get(id));
  const voted = useUi((ui) => (card && ui.votes?.spoken(card)) ?? '');
  const selecting = useOutlineView((view) => view.selecting);
  const visitors = useVisitors(id);
  const relations = useRelations(id);
  const isStop = useUi((ui) => {
    const stop = card && ui.stops[zoneOfKind[card.kind]];
    return stop === undefined ? first : stop === id;
  });
  const element = useRef<HTMLDivElement>(null);
  const [tapped, setTapped] = useState(false);
  const onKey = useTextKeys(id, look === 'rows');
  const talked = useTalkWords(id, card);
  useFocusThatMoves(element, id);
  if (!card) return null;
  const { view, zone, canWrite } = session;
  const anchorMs = session.anchorMs();
  const who = visitorWords(visitors);
  const rows = look === 'rows';
  const alone = selected && !several && !selecting;
  const related = relationWords(relations);
  const facts = [factWords(card, placed), rows ? '' : related, mark?.spoken, who]
    .filter(Boolean)
    .join(rows ? ', ' : ' · ');

  const leave = (how: 'keys' | 'blur'): void => {
    if (session.ui.get().editing === id) session.ui.set({ editing: null });
    const above = cardAbove(id);
    if (commands.leave(id)) {
      if (how === 'keys' && above !== null) focusCard(above);
    } else if (how === 'keys') element.current?.focus({ preventScroll: true });
  };

  return (
    <>
      <div
        ref={element}
        role="group"
        data-card-id={id}
        tabIndex={isStop ? 0 : -1}
        aria-label={`${spokenCard(card, relations, { view, anchorMs, zone })}${who ? ` ${who}.` : ''}${mark ? ` ${mark.spoken}.` : ''}${talked}${voted}`}
        className={classes(
          styles.card,
          kinds[card.kind].className,
          card.kind === 'event' && styles.event,
          picked && styles.selected,
          editing && styles.editing,
          mark && styles.marked,
        )}
        onFocus={(event) => {
          if (event.target === event.currentTarget && !selecting) session.select(id);
        }}
        onPointerDown={(event) => {
          if (selecting) return;
          setTapped(session.ui.get().selected === id && !event.shiftKey);
          pickPress(event, id, session);
        }}
        // What is tapped while several are selected keeps the others: the focus stays where it is.
        onMouseDown={(event) => {
          if (selecting && event.target === event.currentTarget) event.preventDefault();
        }}
        onClick={(event) => {
          if (selecting && !(event.target instanceof HTMLInputElement)) session.pick(id);
          else if (tapped && !editing && rows) commands.edit(id);
        }}
      >
        {selecting && (
          <label className={styles.pick}>
            <input type="checkbox" checked={picked} onChange={() => session.pick(id)} />
            <span className="vh">Select “{headline(card, 60)}”</span>
          </label>
        )}
        {card.kind === 'event' &&
          (alone && canWrite && rows ? (
            <OutlineTime card={card} />
          ) : (
            <span className={styles.when}>{card.at === null ? '' : timeWords(card, anchorMs, zone)}</span>
          ))}
        <Icon of={card.kind === 'event' ? eventIcons[card.eventKind] : kinds[card.kind].icon} className={styles.icon} />
        <div className={styles.words}>
          {editing ? (
            <CardTextField
              id={id}
              label={`Words of the ${kinds[card.kind].name.toLowerCase()}`}
              onLeave={leave}
              onKey={onKey}
            />
          ) : (
            <span dir="auto" className={classes(card.kind === 'event' && card.key && styles.key)}>
              {card.text.trim() === '' ? <i>{headline(card)}</i> : card.text}
            </span>
          )}{' '}
          {facts && <span className={classes('meta', styles.facts)}>{facts}</span>}
          <TalkMarks card={card} stops />
          {card.kind === 'perspective' && <Ties card={card} stops />}
          <CardFiles card={card} stops />
          {card.kind === 'event' && <EventTold card={card} />}
        </div>
        {related && rows && <OutlineLinks relations={relations} stops={alone} />}
        {voted && <CardDots card={card} stops />}
      </div>
      {alone && !editing && <OutlineFocus card={card} relations={relations} look={look} />}
    </>
  );
});
OutlineItem.displayName = 'OutlineItem';
