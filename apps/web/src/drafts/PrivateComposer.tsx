// Where a private thought begins: a side, its question, a field. What is half written outlives closing it.
import { facetNames, perspectiveFacets } from '@hearth/board/cards';
import { Lock } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useSession } from '../board/session.tsx';
import { useAnnounce } from '../design/announce.tsx';
import { Button } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { LanguageHint } from '../language/late-hint.ts';
import { mostOwnThoughts } from './limits.ts';
import { privateFieldId } from './private-field.ts';
import { useDrafts, type UnderWay } from './use-drafts.ts';
import { facetQuestions, promises } from './words.ts';
import styles from './PrivateWriting.module.css';

export const PrivateComposer = ({ writing }: { writing: UnderWay }) => {
  const { own, unfinished, setUnfinished } = useDrafts();
  const { seat } = useFacilitation();
  const { canWrite } = useSession();
  const announce = useAnnounce();
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, facet } = unfinished;
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);
  if (own === null || writing.phase !== 'private') return null;
  const anonymous = writing.attribution === 'anonymous';
  const full = own.list().length >= mostOwnThoughts;

  const keep = (): void => {
    const author = anonymous ? null : { id: seat.participantId, name: seat.name };
    if (full || !canWrite || own.add(text, facet, author) === null) return;
    setUnfinished({ text: '', facet });
    announce('Kept. Only you see it.');
    field.current?.focus();
  };

  return (
    <form
      className={styles.composer}
      aria-label="Write privately"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing || event.target !== field.current) return;
        if (event.key === 'Escape') field.current?.blur();
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        keep();
      }}
    >
      <p className={styles.promise}>
        <Icon of={Lock} size="s" />
        <span>{promises[writing.attribution]}</span>
      </p>
      <div className={styles.facets} role="group" aria-label="This is something I">
        {perspectiveFacets.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === facet}
            onClick={() => {
              setUnfinished({ text, facet: one });
              field.current?.focus();
            }}
          >
            {facetNames[one]}
          </button>
        ))}
      </div>
      <div className={styles.row}>
        <textarea
          ref={field}
          id={privateFieldId}
          className={styles.text}
          aria-label={facetQuestions[facet]}
          placeholder={facetQuestions[facet]}
          rows={2}
          maxLength={20_000}
          value={text}
          onChange={(event) => setUnfinished({ text: event.target.value, facet })}
        />
        <Button submit look={text.trim() === '' ? 'line' : 'ink'} disabled={full || !canWrite}>
          Keep
        </Button>
      </div>
      <LanguageHint field={field} />
      {full && <p className="small">That is as many as a round holds. They can be revealed, or some taken away.</p>}
    </form>
  );
};
