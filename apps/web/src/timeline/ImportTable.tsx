// What was read, row by row: times and words can be mended, rows left out, and then all of it accepted.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { counted } from '@hearth/review/time/words';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Problem } from '../design/Field.tsx';
import { acceptedRows, markOf, type ImportRow, type TimeFrame } from './import-rows.ts';
import { ImportOutcome } from './ImportOutcome.tsx';
import { ImportRowFields } from './ImportRowFields.tsx';
import { usePutOnBoard } from './use-put-on-board.ts';
import styles from './ImportPage.module.css';

interface ImportTableProps {
  review: ReviewDetail;
  initial: readonly ImportRow[];
  frame: TimeFrame;
}

export const ImportTable = ({ review, initial, frame }: ImportTableProps) => {
  const [rows, setRows] = useState(initial);
  const [held, setHeld] = useState(false);
  const { state, put } = usePutOnBoard(review);
  const heading = useRef<HTMLHeadingElement>(null);
  const table = useRef<HTMLTableElement>(null);

  useEffect(() => heading.current?.focus(), []);
  const change = useCallback(
    (row: ImportRow) => setRows((all) => all.map((one) => (one.key === row.key ? row : one))),
    [],
  );

  const included = rows.filter((row) => row.included);
  const marked = included.filter((row) => markOf(row, frame) !== null).length;

  const accept = () => {
    const accepted = acceptedRows(rows, frame);
    setHeld(!accepted.ok);
    if (accepted.ok) put(accepted.rows);
    else table.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };

  if (state.kind !== 'idle') return <ImportOutcome review={review} state={state} onAgain={accept} />;
  return (
    <section aria-labelledby="rows-title">
      <h2 id="rows-title" ref={heading} tabIndex={-1} className={styles.heading}>
        {counted(rows.length, 'row')} read
        <span className="meta">{marked === 0 ? 'nothing to mend' : `${marked} to look at`}</span>
      </h2>
      <table className={styles.rows} ref={table}>
        <caption className="vh">Rows that were read, each of which becomes an event</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">Take it in</span>
            </th>
            <th scope="col">Time</th>
            <th scope="col">What happened</th>
            <th scope="col">As written</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ImportRowFields key={row.key} row={row} frame={frame} onChange={change} />
          ))}
        </tbody>
      </table>
      <div className={styles.accept}>
        <Button look="ink" large disabled={included.length === 0} onClick={accept}>
          {included.length === 0 ? 'No row is left' : `Put ${counted(included.length, 'event')} on the board`}
        </Button>
        {held && <Problem>One row can not come in as it is. Mend it, or leave it out.</Problem>}
      </div>
    </section>
  );
};
