// Where a card begins: a field in the place where it will stand. What is half written survives closing it.
import { facetNames, perspectiveFacets, type PerspectiveFacet } from '@hearth/board/cards';
import type { CardChange } from '@hearth/board/operations';
import type { BoardView } from '@hearth/board/view';
import type { CardId } from '@hearth/review/ids';
import { ArrowUp } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { classes } from '../../design/classes.ts';
import { Problem } from '../../design/Field.tsx';
import { Icon } from '../../design/Icon.tsx';
import { kinds } from '../../design/kinds.ts';
import { useCommands } from '../commands.tsx';
import { groupsOf, type GroupKey } from '../groups.ts';
import { useSession } from '../session.tsx';
import { readTime } from '../timeline/time-entry.ts';
import { LanguageHint } from '../../language/late-hint.ts';
import { ToPrivateField } from '../../drafts/ToPrivateField.tsx';
import { useDrafts } from '../../drafts/use-drafts.ts';
import { composerWords } from './composer-words.ts';
import styles from './Composer.module.css';

/** Words of closed composers, for as long as their board is open. */
const draftsOf = new WeakMap<BoardView, Map<GroupKey, string>>();

const draftsFor = (view: BoardView): Map<GroupKey, string> => {
  const drafts = draftsOf.get(view) ?? new Map<GroupKey, string>();
  draftsOf.set(view, drafts);
  return drafts;
};

interface ComposerProps {
  group: GroupKey;
  /** What the time field begins with, for an event. */
  time?: string | undefined;
  /** Escape was pressed, or the focus left it empty. */
  onClose: (how: 'keys' | 'blur') => void;
  onAdded?: ((id: CardId) => void) | undefined;
  /** Always there, as on the phone and in the drawer: it never takes the focus by itself. */
  resident?: boolean;
  /** A resident one was gone into. */
  onTaken?: (() => void) | undefined;
  className?: string | undefined;
}

/** While people write for themselves, a perspective begins in one's own field. */
export const Composer = (props: ComposerProps) => {
  const { writing, own } = useDrafts();
  return writing && own && props.group.startsWith('perspective/') ? (
    <ToPrivateField onClose={props.onClose} />
  ) : (
    <OpenComposer {...props} />
  );
};

const OpenComposer = (props: ComposerProps) => {
  const { group, time = '', onClose, onAdded, resident = false, onTaken, className } = props;
  const { view, zone, anchorMs, presence } = useSession();
  const commands = useCommands();
  const drafts = draftsFor(view);
  const [text, setText] = useState(() => drafts.get(group) ?? '');
  const [when, setWhen] = useState(time);
  const [lane, setLane] = useState(() => group.slice('event/'.length));
  const [facet, setFacet] = useState<PerspectiveFacet>('saw');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const timeField = useRef<HTMLInputElement>(null);
  const lanesId = useId();
  const words = composerWords(group);
  const kind = groupsOf(view).find((other) => other.key === group)?.kind ?? 'event';
  const isEvent = group.startsWith('event/');
  const isPerspective = group.startsWith('perspective/');

  useEffect(() => {
    if (resident) return;
    const first = isEvent && time === '' ? timeField.current : field.current;
    const form = first?.closest('form');
    // Whoever went into one that was there already stays in the field of their choice.
    if (!form?.contains(document.activeElement)) first?.focus({ preventScroll: true });
    form?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [resident, isEvent, time]);

  const writing = text.trim() !== '';
  useEffect(() => {
    if (!writing) return;
    presence.tell({ writing: group });
    return () => presence.tell({ writing: null });
  }, [presence, writing, group]);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);

  const change = (value: string): void => {
    setText(value);
    if (value === '') drafts.delete(group);
    else drafts.set(group, value);
  };

  const submit = (): void => {
    let extra: CardChange = isPerspective ? { facet } : {};
    if (isEvent) {
      const entry = readTime(when, anchorMs(), zone);
      if (!entry.ok) {
        setProblem(entry.advice);
        timeField.current?.focus();
        return;
      }
      extra = entry.time;
    }
    const id = commands.add(isEvent ? `event/${lane.trim()}` : group, text, extra);
    if (id === null) {
      field.current?.focus();
      return;
    }
    change('');
    setWhen('');
    setProblem(null);
    (isEvent ? timeField : field).current?.focus();
    onAdded?.(id);
  };

  return (
    <form
      className={classes(
        styles.composer,
        kinds[kind].className,
        isEvent && styles.event,
        resident && styles.resident,
        className,
      )}
      aria-label={words.add}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          onClose('keys');
        } else if (event.key === 'Enter' && !event.shiftKey && event.target === field.current) {
          event.preventDefault();
          submit();
        }
      }}
      onFocus={() => {
        if (resident) onTaken?.();
      }}
      onBlur={(event) => {
        if (!resident && !writing && !event.currentTarget.contains(event.relatedTarget)) onClose('blur');
      }}
    >
      {isPerspective && (
        <div className={styles.facets} role="group" aria-label="This is something I">
          {perspectiveFacets.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === facet}
              onClick={() => {
                setFacet(one);
                field.current?.focus();
              }}
            >
              {facetNames[one]}
            </button>
          ))}
        </div>
      )}
      <div className={styles.row}>
        {isEvent && (
          <input
            ref={timeField}
            className={styles.time}
            aria-label="Time, in the zone of the incident"
            aria-invalid={problem !== null || undefined}
            placeholder="13:40"
            autoComplete="off"
            value={when}
            onChange={(event) => setWhen(event.target.value)}
          />
        )}
        <textarea
          ref={field}
          className={styles.text}
          aria-label={words.label}
          placeholder={words.placeholder}
          rows={1}
          maxLength={20_000}
          value={text}
          onChange={(event) => change(event.target.value)}
        />
        {isEvent && (
          <>
            <input
              className={styles.lane}
              aria-label="Lane: a person, a team or a service"
              placeholder="Lane"
              list={lanesId}
              maxLength={80}
              value={lane}
              onChange={(event) => setLane(event.target.value)}
            />
            <datalist id={lanesId}>
              {[...new Set(view.list('event').map((event) => event.lane))].filter(Boolean).map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </>
        )}
        {(isEvent || resident) && (
          <Button submit look={writing ? 'ink' : 'line'} aria-label={words.add}>
            {resident ? <Icon of={ArrowUp} /> : 'Add'}
          </Button>
        )}
      </div>
      <LanguageHint field={field} />
      {problem !== null && <Problem>{problem}</Problem>}
      {!isEvent && !resident && (
        <div className={styles.send}>
          <span className="meta grow">With your name</span>
          <Button submit look="ink" className={styles.keep}>
            Add
          </Button>
        </div>
      )}
    </form>
  );
};
