// What would come, before it comes: the rows that were read, where they are to stand, and one card instead.
import type { CardKind } from '@hearth/board/cards';
import { pasteLimits } from '@hearth/board/clip';
import type { AcceptedRow } from '@hearth/learning/timeline/to-cards';
import { permission } from '@hearth/review/permission';
import { counted } from '@hearth/review/time/words';
import { useMemo, useState } from 'react';
import { useCommands } from '../board/commands.tsx';
import { groupsOf, zoneNames, type Group } from '../board/groups.ts';
import { useSession } from '../board/session.tsx';
import { timeWords } from '../board/timeline/time-entry.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Field, Select, TextArea } from '../design/Field.tsx';
import { kinds } from '../design/kinds.ts';
import { Segmented } from '../design/Segmented.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { useNavigate } from '../router/Router.tsx';
import { asOneRow, cardsFor, cutWords, rowsFor, withinLimits } from './paste-rows.ts';
import { readTransfer, type Pasting } from './read-clip.ts';
import type { PasteQuestion } from './use-clipboard.ts';
import styles from './PasteDialog.module.css';

export interface PasteDialogProps {
  question: PasteQuestion;
  reviewId: string;
  onAnswer: (pasting: Pasting) => void;
  onClose: () => void;
}

export const PasteDialog = ({ question, reviewId, onAnswer, onClose }: PasteDialogProps) =>
  question.pasting === null ? (
    <PasteHere onAnswer={onAnswer} onClose={onClose} />
  ) : (
    <Preview pasting={question.pasting} start={question.group} reviewId={reviewId} onClose={onClose} />
  );

/** Where the clipboard may not be read by a button: the person pastes into a field. */
const PasteHere = ({ onAnswer, onClose }: Pick<PasteDialogProps, 'onAnswer' | 'onClose'>) => {
  const [text, setText] = useState('');
  return (
    <Dialog
      title="Paste cards"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="ink" onClick={() => onAnswer({ clip: null, cells: null, text })}>
            Continue
          </Button>
        </>
      }
    >
      <Field label="Paste here" hint="Cards, rows of a spreadsheet, lines of a chat. A line becomes a card.">
        <TextArea
          rows={6}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            const pasting = readTransfer(event.clipboardData);
            if (pasting.clip === null && pasting.cells === null) return;
            event.preventDefault();
            onAnswer(pasting);
          }}
        />
      </Field>
    </Dialog>
  );
};

interface PreviewProps {
  pasting: Pasting;
  start: Group;
  reviewId: string;
  onClose: () => void;
}

const mostListed = 100;

const useRows = (pasting: Pasting, kind: CardKind, anchorMs: number, zone: string): readonly AcceptedRow[] =>
  useMemo(() => rowsFor(pasting, kind, { anchorMs, zone }), [pasting, kind, anchorMs, zone]);

const Preview = ({ pasting, start, reviewId, onClose }: PreviewProps) => {
  const session = useSession();
  const commands = useCommands();
  const navigate = useNavigate();
  const { role } = useFacilitation();
  const mayImport = permission(role, 'timeline.import').allowed;
  const { view, zone } = session;
  const groups = groupsOf(view);
  const [key, setKey] = useState(start.key);
  const [how, setHow] = useState<'rows' | 'one'>('rows');
  const group = groups.find((one) => one.key === key) ?? start;
  const [anchorMs] = useState(session.anchorMs);
  const all = useRows(pasting, group.kind, anchorMs, zone);
  const taken = how === 'one' ? [asOneRow(pasting)] : withinLimits(all);
  const { name, plural } = kinds[group.kind];
  const words = counted(taken.length, name.toLowerCase(), plural.toLowerCase());
  const over = how === 'rows' && taken.length < all.length;
  const oneIsCut = how === 'one' && pasting.text.trim().length > asOneRow(pasting).text.length;
  const told = counted(all.length, name.toLowerCase(), plural.toLowerCase());

  return (
    <Dialog
      title={over ? `${told} at once` : `Paste ${words}`}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {over && mayImport && (
            <Button
              look="line"
              onClick={() => navigate(`/reviews/${reviewId}/import`, { state: { text: pasting.text } })}
            >
              Import all as a timeline
            </Button>
          )}
          <Button
            look="ink"
            data-autofocus
            onClick={() => {
              onClose();
              commands.paste(
                cardsFor(taken, group, view),
                oneIsCut ? 'It was longer than a card holds, and cut.' : cutWords(taken),
              );
            }}
          >
            {over ? `Paste the first ${taken.length}` : `Paste ${words}`}
          </Button>
        </>
      }
    >
      {over && (
        <p>
          One paste carries {pasteLimits.cards} cards, so that it stays one step back.{' '}
          {mayImport
            ? 'The import takes them all, row by row.'
            : 'Whoever facilitates can import them all as a timeline.'}
        </p>
      )}
      <div className={styles.choices}>
        <Segmented
          label="How many cards"
          value={how}
          onChange={setHow}
          options={[
            { value: 'rows', label: counted(all.length, 'card') },
            { value: 'one', label: 'One card' },
          ]}
        />
        <Field label="Where" quietLabel>
          <Select value={group.key} onChange={(event) => setKey(event.target.value)}>
            {groups.map((one) => (
              <option key={one.key} value={one.key}>
                {one.name === zoneNames[one.zone] ? one.name : `${zoneNames[one.zone]}: ${one.name}`}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <ol className={styles.rows} aria-label="What comes" tabIndex={0}>
        {taken.slice(0, mostListed).map((row, index) => (
          <li key={index} className={kinds[group.kind].className}>
            {group.kind === 'event' && (
              <span className={styles.when}>
                {row.at === null
                  ? 'no time'
                  : timeWords(
                      {
                        at: Date.parse(row.at),
                        endAt: row.endAt === null ? null : Date.parse(row.endAt),
                        precision: row.precision,
                      },
                      anchorMs,
                      zone,
                    )}
              </span>
            )}
            <span className={styles.words}>{row.text.slice(0, 400)}</span>
          </li>
        ))}
      </ol>
      {taken.length > mostListed && <p className="meta">And {counted(taken.length - mostListed, 'more', 'more')}.</p>}
      {oneIsCut && <p className="meta">It is longer than the 20,000 letters of a card: the rest is left out.</p>}
    </Dialog>
  );
};
