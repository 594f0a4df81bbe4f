// The narrative in the outline: its headings, each a way there. Its words are a document of their own.
import { useMemo, useSyncExternalStore } from 'react';
import { useSession } from '../session.tsx';
import { viewHeadings } from './narrative-headings.ts';
import styles from './Outline.module.css';
import own from './OutlineNarrative.module.css';

interface OutlineNarrativeProps {
  /** @param block  place of a heading among the blocks of the narrative. */
  onGo: (block: number) => void;
}

export const OutlineNarrative = ({ onGo }: OutlineNarrativeProps) => {
  const { narrative } = useSession().writer.board;
  const store = useMemo(() => viewHeadings(narrative), [narrative]);
  const headings = useSyncExternalStore(store.subscribe, store.get);
  return (
    <section className={styles.zone} aria-labelledby="outline-narrative">
      <h2 id="outline-narrative" className={styles.name}>
        Narrative
      </h2>
      <ul className={own.headings}>
        {headings.length === 0 && (
          <li>
            <button type="button" onClick={() => onGo(0)}>
              Nothing is told yet. Open it
            </button>
          </li>
        )}
        {headings.map(({ block, level, title }) => (
          <li key={block} data-level={level}>
            <button type="button" onClick={() => onGo(block)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
