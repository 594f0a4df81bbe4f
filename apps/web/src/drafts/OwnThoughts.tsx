// One's own private thoughts: read, rewritten, taken away. Nobody else has them.
import { facetNames, type PerspectiveCard } from '@hearth/board/cards';
import { Lock, PencilLine, Trash2 } from 'lucide-react';
import { useRef, useState, useSyncExternalStore } from 'react';
import { headline } from '../board/relations.ts';
import { useSession } from '../board/session.tsx';
import { useAnnounce } from '../design/announce.tsx';
import { Button, IconButton } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { LanguageHint } from '../language/late-hint.ts';
import type { OwnDraft } from './own-draft.ts';
import styles from './PrivateWriting.module.css';

export const OwnThoughts = ({ own, editable }: { own: OwnDraft; editable: boolean }) => {
  const thoughts = useSyncExternalStore(own.subscribe, own.list);
  if (thoughts.length === 0)
    return (
      <p className={styles.empty}>
        Take a few minutes for yourself. Nothing is too small, and the order can come later.
      </p>
    );
  return (
    <ul className={styles.thoughts} aria-label="My thoughts">
      {thoughts.map((thought) => (
        <OwnThought key={thought.id} thought={thought} own={own} editable={editable} />
      ))}
    </ul>
  );
};

const OwnThought = ({ thought, own, editable }: { thought: PerspectiveCard; own: OwnDraft; editable: boolean }) => {
  const announce = useAnnounce();
  const { view: board } = useSession();
  const about = own.differsFrom(thought.id);
  const [editing, setEditing] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const save = (): void => {
    if (editing !== null && editing.trim() !== '') own.rewrite(thought.id, editing);
    setEditing(null);
  };
  return (
    <li className={styles.thought}>
      <p className={styles.facet}>
        <Icon of={Lock} size="s" />
        {facetNames[thought.facet]}
        {thought.author === null && <span className="meta">Without my name</span>}
      </p>
      {about !== null && <p className="meta">Told differently from “{headline(board.card(about), 80)}”</p>}
      {editing === null ? (
        <p className={styles.words}>{thought.text}</p>
      ) : (
        <form
          className={styles.rewrite}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') setEditing(null);
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            save();
          }}
        >
          <textarea
            ref={field}
            className={styles.text}
            aria-label="Words of my thought"
            autoFocus
            rows={2}
            maxLength={20_000}
            value={editing}
            onChange={(event) => setEditing(event.target.value)}
          />
          <Button submit look="line">
            Keep
          </Button>
          <LanguageHint field={field} />
        </form>
      )}
      {editable && editing === null && (
        <span className={styles.acts}>
          <IconButton
            icon={PencilLine}
            label={`Rewrite: ${short(thought.text)}`}
            onClick={() => setEditing(thought.text)}
          />
          <IconButton
            icon={Trash2}
            label={`Take away: ${short(thought.text)}`}
            onClick={() => {
              own.remove(thought.id);
              announce('Taken away.');
            }}
          />
        </span>
      )}
    </li>
  );
};

const short = (text: string): string => (text.length > 48 ? `${text.slice(0, 47)}…` : text);
