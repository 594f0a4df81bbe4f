// The sections of the page beside it, with the one that is being read marked.
import { useEffect, useState } from 'react';
import type { TocEntry } from './report-sections.ts';
import styles from './ReportPage.module.css';

export const TableOfContents = ({ entries }: { entries: readonly TocEntry[] }) => {
  const current = useSectionInView(entries);
  if (entries.length < 2) return null;
  return (
    <nav className={styles.toc} aria-label="On this page">
      <h2>On this page</h2>
      <ul>
        {entries.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** The last heading that has passed the upper third of the window. */
const useSectionInView = (entries: readonly TocEntry[]): string | undefined => {
  const [current, setCurrent] = useState(entries[0]?.id);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const limit = window.innerHeight / 3;
      const passed = entries.findLast(
        ({ id }) => (document.getElementById(id)?.getBoundingClientRect().top ?? 1e9) < limit,
      );
      setCurrent((passed ?? entries[0])?.id);
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(look);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      window.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
    };
  }, [entries]);
  return current;
};
