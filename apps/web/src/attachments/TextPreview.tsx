// A text on a card, such as a log: its lines, and those that hold what is looked for.
import { counted } from '@hearth/review/time/words';
import { useEffect, useState } from 'react';
import { adviceOf, errorOfResponse, unreachable } from '../api/api-error.ts';
import { Skeleton } from '../design/Skeleton.tsx';
import { linesWith, mostLines } from './lines.ts';
import styles from './FileViewer.module.css';

/** The rest of a longer text is for the download. */
const mostBytes = 2 * 1024 * 1024;

type Loaded =
  | { kind: 'loading' }
  | { kind: 'read'; lines: string[]; whole: boolean }
  | { kind: 'failed'; advice: string };

export const TextPreview = ({ url }: { url: string }) => {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    const controller = new AbortController();
    const load = async (): Promise<void> => {
      const response = await fetch(url, { signal: controller.signal }).catch(() => {
        throw unreachable();
      });
      if (!response.ok) throw errorOfResponse(response.status, await response.json().catch(() => null));
      const content = await response.blob();
      const text = await content.slice(0, mostBytes).text();
      setLoaded({ kind: 'read', lines: text.replace(/\r?\n$/, '').split(/\r?\n/), whole: content.size <= mostBytes });
    };
    load().catch((error: unknown) => {
      if (!controller.signal.aborted) setLoaded({ kind: 'failed', advice: adviceOf(error) });
    });
    return () => controller.abort();
  }, [url]);
  if (loaded.kind === 'loading') return <Skeleton label="Reading the text" lines={4} />;
  if (loaded.kind === 'failed') return <p className={styles.nothing}>{loaded.advice}</p>;
  const { found, shown } = linesWith(loaded.lines, wanted);
  return (
    <>
      <div className={styles.search}>
        <input
          type="search"
          aria-label="Search in this text"
          placeholder="Search in this text"
          value={wanted}
          data-autofocus
          onChange={(event) => setWanted(event.target.value)}
        />
        <output className="meta">
          {counted(found, 'line')}
          {found > mostLines && `, the first ${mostLines} shown`}
          {!loaded.whole && ', the rest is in the download'}
        </output>
      </div>
      <ol className={styles.text} tabIndex={0} aria-label="Lines of the text">
        {shown.map(({ number, line }) => (
          <li key={number}>
            <span aria-hidden="true">{number}</span>
            <span>{line}</span>
          </li>
        ))}
      </ol>
    </>
  );
};
