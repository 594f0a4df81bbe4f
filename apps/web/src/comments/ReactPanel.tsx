// The reactions to a card: mine are given and taken back by a press, or by their number.
import { reactionKinds, reactionNames } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { listed } from '@hearth/review/time/words';
import { useRef, type KeyboardEvent } from 'react';
import { useCard } from '../board/session.tsx';
import { useAnnounce } from '../design/announce.tsx';
import { Icon } from '../design/Icon.tsx';
import { BesideCard } from './BesideCard.tsx';
import { reactionIcons } from './reaction-looks.ts';
import { useRoomTalk } from './talk.tsx';
import { useNameless } from './use-nameless.ts';
import { useMyReactions } from './TalkMarks.tsx';
import styles from './Talk.module.css';

export const ReactPanel = ({ id, onClose }: { id: CardId; onClose: () => void }) => {
  const card = useCard(id);
  const talk = useRoomTalk();
  const nameless = useNameless();
  const announce = useAnnounce();
  const list = useRef<HTMLDivElement>(null);
  const counts = useMyReactions(card ?? { id });
  if (!card) return null;
  const react = (kind: (typeof reactionKinds)[number]): void => {
    const now = talk.react(id, kind);
    if (now !== null) announce(now === 'given' ? reactionNames[kind] : `Taken back: ${reactionNames[kind]}`);
  };
  const pressed = (event: KeyboardEvent): void => {
    const kind = reactionKinds[Number(event.key) - 1];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (kind !== undefined) react(kind);
    else if (step !== undefined) {
      const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
      const at = buttons.findIndex((button) => button === document.activeElement);
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
      event.preventDefault();
    }
  };
  return (
    <BesideCard id={id} title="React" narrow onClose={onClose}>
      <div
        ref={list}
        role="group"
        aria-label="Reactions"
        className={styles.reactions}
        tabIndex={-1}
        onKeyDown={pressed}
      >
        {reactionKinds.map((kind, index) => {
          const given = counts.find((count) => count.kind === kind);
          const nobody = given === undefined || given.names.length === 0;
          return (
            <button
              key={kind}
              type="button"
              className={styles.reaction}
              data-autofocus={index === 0 ? '' : undefined}
              aria-pressed={given?.mine ?? false}
              onClick={() => react(kind)}
            >
              <Icon of={reactionIcons[kind]} />
              <span>{reactionNames[kind]}</span>
              <span className={styles.count}>{given?.count ?? ''}</span>
              {!nobody && (
                <span className={styles.names}>
                  {listed([
                    ...given.names,
                    ...(given.count > given.names.length ? [`${given.count - given.names.length} without a name`] : []),
                  ])}
                </span>
              )}
            </button>
          );
        })}
      </div>
      {nameless && <p className="small">Only the count is stored, not who.</p>}
    </BesideCard>
  );
};
