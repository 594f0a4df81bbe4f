// What every card on the board has in common: one stop for the Tab key, selection, editing in place, lifting, and who else is
// at it.
import type { Card, Link } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { zoneOfKind } from '@hearth/board/zones';
import { memo, useRef, type CSSProperties, type ReactNode } from 'react';
import { CardFiles } from '../../attachments/CardFiles.tsx';
import { useTalkWords } from '../../comments/TalkMarks.tsx';
import { useAnnounce } from '../../design/announce.tsx';
import { Avatar } from '../../design/Avatar.tsx';
import { classes } from '../../design/classes.ts';
import { kinds } from '../../design/kinds.ts';
import { useCommands } from '../commands.tsx';
import { beginDrag } from '../drag.ts';
import { useFocusThatMoves } from '../focus.ts';
import { isPicked, pickPress } from '../picking.ts';
import { firstName, visitorWords, type Visitor } from '../presence.ts';
import { headline, type Relations } from '../relations.ts';
import { useLinks, useSession, useUi, useVisitors } from '../session.tsx';
import { CardTextField } from '../text/CardTextField.tsx';
import { CardDots } from '../../votes/late-parts.ts';
import { useTimelineView } from '../timeline/timeline-view.ts';
import { spokenCard, unknownKindWords } from './spoken.ts';
import styles from './Card.module.css';

const alone: Relations = { to: [], from: [] };
const indexes = new WeakMap<readonly Link[], Map<CardId, { to: Link[]; from: Link[] }>>();

/** Relations of all cards, found once for each set of links. */
const indexOf = (links: readonly Link[]): ReadonlyMap<CardId, Relations> => {
  let index = indexes.get(links);
  if (!index) {
    index = new Map();
    for (const link of links) {
      const entry = (id: CardId): { to: Link[]; from: Link[] } => {
        const known = index?.get(id) ?? { to: [], from: [] };
        index?.set(id, known);
        return known;
      };
      entry(link.from).to.push(link);
      entry(link.to).from.push(link);
    }
    indexes.set(links, index);
  }
  return index;
};

export const useRelations = (id: CardId): Relations => indexOf(useLinks()).get(id) ?? alone;

interface CardFrameProps {
  card: Card;
  /** The first of its zone is where the Tab key comes in. */
  first: boolean;
  className?: string | undefined;
  style?: CSSProperties | undefined;
  head?: ReactNode;
  foot?: ReactNode;
}

export const CardFrame = ({ card, first, className, style, head, foot }: CardFrameProps) => {
  const session = useSession();
  const commands = useCommands();
  const say = useAnnounce();
  const { id } = card;
  const selected = useUi((ui) => isPicked(ui, id));
  const editing = useUi((ui) => ui.editing === id);
  const lit = useUi((ui) => ui.lit.cards.has(id));
  const lifted = useUi((ui) => ui.lifted?.has(id) ?? false);
  const isStop = useUi((ui) => {
    const stop = ui.stops[zoneOfKind[card.kind]];
    return stop === undefined ? first : stop === id;
  });
  const mark = useUi((ui) => ui.marks.get(id));
  const voted = useUi((ui) => ui.votes?.spoken(card) ?? '');
  const visitors = useVisitors(id);
  const relations = useRelations(id);
  const element = useRef<HTMLElement>(null);
  const wasSelected = useRef(false);
  const asThen = useTimelineView((view) => view.asThen);
  useFocusThatMoves(element, id);
  const busy = visitors.some((visitor) => visitor.doing !== 'looking');
  const who = visitorWords(visitors);
  const talked = useTalkWords(id, card);
  const name = `${spokenCard(card, relations, { view: session.view, anchorMs: session.anchorMs(), zone: session.zone, asThen })}${who ? ` ${who}.` : ''}${mark ? ` ${mark.spoken}.` : ''}${talked}${voted}`;

  return (
    // The keys of a card are handled for the whole board at once (keys.ts); here is only the pointer.
    <article
      ref={element}
      data-card-id={id}
      data-kind={card.kind}
      tabIndex={isStop ? 0 : -1}
      aria-label={name}
      style={style}
      className={classes(
        styles.card,
        kinds[card.kind].className,
        className,
        selected && styles.selected,
        editing && styles.editing,
        lit && styles.lit,
        lifted && styles.lifted,
        busy && styles.busy,
        mark && styles.marked,
      )}
      onFocus={(event) => {
        if (event.target === event.currentTarget) session.select(id);
      }}
      onPointerDown={(event) => {
        wasSelected.current = session.ui.get().selected === id && session.ui.get().also.length === 0;
        if (pickPress(event, id, session)) return;
        if (session.canWrite && !editing && element.current) beginDrag(event, element.current, card, session, say);
      }}
      onClick={(event) => {
        if (!event.shiftKey && session.ui.get().also.length > 0) session.selectAll([id]);
        if (event.detail === 1 && wasSelected.current && !event.shiftKey && !editing && session.ui.get().panel === null)
          commands.edit(id);
      }}
      onDoubleClick={() => commands.edit(id)}
    >
      {head}
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
        <p className={styles.words} dir="auto">
          {card.text.trim() === '' ? <i>{headline(card)}</i> : card.text}
        </p>
      )}
      {card.unknownKind !== undefined && <p className="meta">{unknownKindWords(card.unknownKind)}.</p>}
      <CardFiles card={card} stops={selected && card.kind === 'event'} />
      {foot}
      {voted && <CardDots card={card} />}
      {mark && (
        <span className={styles.mark} data-doing={mark.doing} aria-hidden="true">
          {mark.label}
        </span>
      )}
      {visitors.length > 0 && <Visitors visitors={visitors} />}
    </article>
  );
};

const Visitors = memo(({ visitors }: { visitors: readonly Visitor[] }) => {
  const busy = visitors.filter((visitor) => visitor.doing !== 'looking');
  return busy.length > 0 ? (
    <span className={styles.writing} aria-hidden="true">
      {busy.map((visitor) => firstName(visitor.name)).join(', ')}
    </span>
  ) : (
    <span className={styles.visitors} aria-hidden="true">
      {visitors.slice(0, 3).map((visitor) => (
        <Avatar key={visitor.clientId} name={visitor.name} size="s" decorative />
      ))}
    </span>
  );
});
Visitors.displayName = 'Visitors';
