// The text of a timeline: pasted, chosen or dropped, with the day and the zone that are meant where it names none.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import type { TimelineRowBody } from '@hearth/protocol/http/timeline';
import { errors } from '@hearth/protocol/errors';
import { dayOf } from '@hearth/review/time/wall-time';
import { FileUp } from 'lucide-react';
import { useRef, useState, type ClipboardEvent, type DragEvent, type FormEvent } from 'react';
import { adviceOf, ApiError } from '../api/api-error.ts';
import { Button } from '../design/Button.tsx';
import { classes } from '../design/classes.ts';
import { Field, Select, TextArea, TextInput } from '../design/Field.tsx';
import { useLocation } from '../router/Router.tsx';
import { knownZones } from '../time/zones.ts';
import { useReadTimeline, type TimelineFormat } from './queries.ts';
import { maxTimelineBytes, readTimelineFile } from './timeline-file.ts';
import styles from './ImportPage.module.css';

const formats: readonly (readonly [TimelineFormat | '', string])[] = [
  ['', 'Find out'],
  ['text', 'Plain text'],
  ['markdown', 'Markdown'],
  ['csv', 'CSV'],
];
const zones = knownZones();

/** Text that was pasted in the room and is too much for one paste. */
const handedText = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'text' in state && typeof state.text === 'string' ? state.text : '';

interface ImportTextProps {
  review: ReviewDetail;
  /** Rows have been read: the text steps back. */
  folded: boolean;
  onRead: (rows: readonly TimelineRowBody[], zone: string) => void;
}

export const ImportText = ({ review, folded, onRead }: ImportTextProps) => {
  const { incident } = review;
  const handed: unknown = useLocation().state;
  const [text, setText] = useState(() => handedText(handed));
  const [format, setFormat] = useState<TimelineFormat | ''>('');
  const [date, setDate] = useState(incident.startedAt === null ? '' : dayOf(incident.startedAt, incident.zone));
  const [zone, setZone] = useState(incident.zone);
  const [problem, setProblem] = useState<string | null>(null);
  const [dropping, setDropping] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const reading = useReadTimeline(review.id);

  const read = (what: string, as: TimelineFormat | '') => {
    setProblem(what.trim() === '' ? errors.HEARTH_IMPORT_EMPTY.advice : null);
    if (what.trim() === '') return area.current?.focus();
    reading.mutate(
      { text: what, zone, ...(as === '' ? {} : { format: as }), ...(date === '' ? {} : { date }) },
      {
        onSuccess: ({ rows }) => onRead(rows, zone),
        onError: (error) =>
          setProblem(error instanceof ApiError ? (Object.values(error.fields)[0] ?? error.advice) : adviceOf(error)),
      },
    );
  };
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const taken = await readTimelineFile(file);
    if (!taken.ok) return setProblem(taken.advice);
    setText(taken.text);
    setFormat(taken.format ?? '');
    read(taken.text, taken.format ?? '');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    read(text, format);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDropping(false);
    const file = event.dataTransfer.files[0];
    const dropped = event.dataTransfer.getData('text/plain');
    if (file !== undefined) void take(file);
    else if (dropped.length > maxTimelineBytes) setProblem(errors.HEARTH_IMPORT_TOO_LARGE.advice);
    else setText((before) => (before === '' ? dropped : `${before}\n${dropped}`));
  };
  // Megabytes in a text field would stop the whole page before the server could say that they are too many.
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.getData('text/plain').length <= maxTimelineBytes) return;
    event.preventDefault();
    setProblem(errors.HEARTH_IMPORT_TOO_LARGE.advice);
  };

  return (
    <form className={styles.source} onSubmit={submit} noValidate>
      <Field
        label="The timeline"
        hint="One event on a line, such as “14:24 Four calls, one firmware”. Tables, lists, chat exports and CSV work too; nothing is changed before you accept."
        problem={problem === null ? null : `${problem} Nothing was changed.`}
      >
        <TextArea
          ref={area}
          className={classes(styles.text, folded && styles.folded, dropping && styles.dropping)}
          value={text}
          spellCheck={false}
          placeholder={
            '13:05 New certificate goes live\n13:22 Labels stop at Oldham Road\nabout 14:40 Staff write labels by hand'
          }
          onChange={(event) => setText(event.target.value)}
          onPaste={paste}
          onDragOver={(event) => {
            event.preventDefault();
            setDropping(true);
          }}
          onDragLeave={() => setDropping(false)}
          onDrop={drop}
        />
      </Field>
      <div className={styles.options}>
        <Field label="Day" hint="where the text names none">
          <TextInput type="date" value={date} onChange={(event) => setDate(event.target.value)} />
        </Field>
        <Field label="Time zone" hint="where the text names none">
          <Select value={zone} onChange={(event) => setZone(event.target.value)}>
            {(zones.includes(zone) ? zones : [zone, ...zones]).map((name) => (
              <option key={name} value={name}>
                {name.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Form">
          <Select value={format} onChange={(event) => setFormat(event.target.value as TimelineFormat | '')}>
            {formats.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.buttons}>
        <Button look={folded ? 'line' : 'ink'} large submit busy={reading.isPending}>
          {folded ? 'Read it again' : 'Read it'}
        </Button>
        <Button icon={FileUp} large onClick={() => chooser.current?.click()}>
          Choose a file
        </Button>
        <span className={classes('small', styles.drop)}>or drop one on the field</span>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label="A file with a timeline"
          accept=".md,.markdown,.csv,.tsv,.txt,.log,text/*"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            // The same file may be chosen again after it was mended.
            event.target.value = '';
          }}
        />
      </div>
    </form>
  );
};
