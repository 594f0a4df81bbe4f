// Reactions over the avatars of those who gave them, and how many of each in the bar.
import { useLayoutEffect, useRef } from 'react';
import { Icon } from '../design/Icon.tsx';
import { peopleByReaction, reactionLooks } from './reactions.ts';
import { useRises, type Rise } from './rising.ts';
import styles from './RisingReactions.module.css';

/** Nothing of it is spoken: what came together is told in one sentence. */
export const RisingOverAvatars = () => (
  <div className={styles.layer} aria-hidden="true">
    {useRises().map((rise) => (
      <Over key={rise.key} rise={rise} />
    ))}
  </div>
);

const Over = ({ rise }: { rise: Rise }) => {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const mark = element.current;
    const avatar = document.querySelector(`header [data-person="${CSS.escape(rise.participantId)}"]`);
    const at = avatar?.getBoundingClientRect();
    if (mark === null) return;
    // Whose face is not shown, on a phone for example, is counted in the bar all the same.
    mark.hidden = !at || at.width === 0;
    if (!at) return;
    mark.style.left = `${at.left + at.width / 2}px`;
    mark.style.top = `${at.top + at.height / 2}px`;
  }, [rise.participantId]);
  return (
    <span ref={element} className={styles.over} data-reaction={rise.reaction}>
      <Icon of={reactionLooks[rise.reaction].icon} />
    </span>
  );
};

export const RisingInBar = () => {
  const rises = useRises();
  if (rises.length === 0) return null;
  return (
    <div className={styles.counts} aria-hidden="true">
      {[...peopleByReaction(rises)].map(([reaction, people]) => (
        <span key={reaction} className={styles.count} data-reaction={reaction}>
          <Icon of={reactionLooks[reaction].icon} />
          {people.size > 1 && people.size}
        </span>
      ))}
    </div>
  );
};
