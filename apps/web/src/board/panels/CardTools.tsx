// What can be done with the selected card, beside it: the same as the keys do.
import {
  CircleQuestionMark,
  Group,
  EqualNot,
  Handshake,
  LayoutList,
  MessageSquare,
  Move,
  PencilLine,
  Spline,
  Trash2,
} from 'lucide-react';
import { useRef } from 'react';
import { isTellable } from '@hearth/board/differently';
import { IconButton } from '../../design/Button.tsx';
import { kinds } from '../../design/kinds.ts';
import { useCommands } from '../commands.tsx';
import { isLocked } from '../lock-guard.ts';
import { useSession, useUi } from '../session.tsx';
import { useFollow } from './follow.ts';
import styles from './Panels.module.css';

export const CardTools = () => {
  const session = useSession();
  const { view, picked } = session;
  const shown = useUi((ui) =>
    ui.selected !== null && ui.composing === null && ui.editing === null && ui.lifted === null && ui.panel === null
      ? ui.selected
      : null,
  );
  const canWrite = session.canWrite && !isLocked(session, shown);
  const box = useRef<HTMLDivElement>(null);
  const commands = useCommands();
  useFollow(box, canWrite ? shown : null, 'above');
  const also = useUi((ui) => ui.also.length);
  const card = shown === null ? undefined : view.card(shown);
  if (!canWrite || !card) return null;
  if (also > 0)
    return (
      <div
        ref={box}
        role="toolbar"
        aria-label={`For these ${also + 1} cards`}
        className={styles.tools}
        onPointerDown={(event) => event.preventDefault()}
      >
        <span className={styles.count}>{also + 1} cards</span>
        {picked().some((id) => view.card(id)?.kind === 'factor') && (
          <IconButton
            icon={Group}
            label="Group them"
            title="Group them (Shift G)"
            onClick={() => commands.group(picked())}
          />
        )}
        <IconButton
          icon={Trash2}
          label="Remove them"
          title="Remove them (Delete)"
          onClick={() => commands.removeAll(picked())}
        />
      </div>
    );
  const { id } = card;
  return (
    <div
      ref={box}
      role="toolbar"
      aria-label={`For this ${kinds[card.kind].name.toLowerCase()}`}
      className={styles.tools}
      // The focus stays on the card, so that its keys go on working.
      onPointerDown={(event) => event.preventDefault()}
    >
      <IconButton icon={PencilLine} label="Edit the words" title="Edit (↵)" onClick={() => commands.edit(id)} />
      <IconButton icon={LayoutList} label="Details" title="Details (E)" onClick={() => commands.open('details', id)} />
      <IconButton icon={Spline} label="Link to…" title="Link to… (L)" onClick={() => commands.open('link', id)} />
      <IconButton icon={Move} label="Move to…" title="Move to… (M)" onClick={() => commands.open('move', id)} />
      {card.kind === 'factor' && (
        <IconButton
          icon={Group}
          label="Group with…"
          title="Group with… (Shift G)"
          onClick={() => commands.groupPicked(id)}
        />
      )}
      {(card.kind === 'factor' || card.kind === 'event') && (
        <IconButton
          icon={CircleQuestionMark}
          label="Ask why"
          title="Ask why (W)"
          onClick={() => commands.open('why', id)}
        />
      )}
      <IconButton
        icon={MessageSquare}
        label="Comments"
        title="Comments (C)"
        onClick={() => commands.open('comments', id)}
      />
      <IconButton icon={Handshake} label="React" title="React (Shift E)" onClick={() => commands.open('react', id)} />
      {isTellable(card) && (
        <IconButton
          icon={EqualNot}
          label="I saw it differently"
          title="I saw it differently (D)"
          onClick={() => commands.open('differently', id)}
        />
      )}
      <IconButton icon={Trash2} label="Remove" title="Remove (Delete)" onClick={() => commands.remove(id)} />
    </div>
  );
};
