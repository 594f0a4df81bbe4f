// The narrative in the outline: its headings, each a way there. Its words are a document of their own.
import { headingsIn } from './narrative-headings.ts';
import { useMemo, useSyncExternalStore } from 'react';
import { useSession } from '../session.tsx';
import styles from './Outline.module.css';

interface OutlineNarrativeProps {
  /** @param block  place of a heading among the blocks of the narrative. */
  onGo: (block: number) => void;
}

export const OutlineNarrative = ({ onGo }: OutlineNarrativeProps) => {
  const { narrative } = useSession().writer.board;
  const store = useMemo(() => {
    let shown = headingsIn(narrative);
    return {
      get: () => shown,
      subscribe: (listener: () => void) => {
        const changed = (): void => {
          const next = headingsIn(narrative);
          // A letter typed in a paragraph changes no heading.
          if (JSON.stringify(next) === JSON.stringify(shown)) return;
          shown = next;
          listener();
        };
        narrative.observeDeep(changed);
        return () => narrative.unobserveDeep(changed);
      },
    };
  }, [narrative]);
  const headings = useSyncExternalStore(store.subscribe, store.get);
  return (
    <section className={styles.zone} aria-labelledby="outline-narrative">
      <h2 id="outline-narrative" className={styles.name}>
        Narrative
      </h2>
      <ul className={styles.headings}>
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
