// The decisions of the meeting, the oldest first. Whoever noted one, and those who run the meeting, may withdraw it.
import { Button } from '../design/Button.tsx';
import { useToast } from '../design/toast.tsx';
import { useCommand, useFacilitation } from '../facilitation/use-facilitation.ts';
import { decisionLines, type DecisionLine } from './decisions.ts';
import styles from './Decisions.module.css';

interface DecisionListProps {
  /** IANA zone of the incident. */
  zone: string;
  /** The lines are read here and nothing more. */
  readOnly?: boolean;
  /** One is gone, and its button with it: where the focus goes. */
  onWithdrawn?: () => void;
}

/** Nothing at all while there is none. */
export const DecisionList = ({ zone, readOnly = false, onWithdrawn }: DecisionListProps) => {
  const { view, facilitates, takesPart, seat } = useFacilitation();
  const withdraw = useWithdrawing(onWithdrawn);
  const lines = view === null ? [] : decisionLines(view, zone);
  if (lines.length === 0) return null;
  const mayWithdraw = (line: DecisionLine): boolean =>
    !readOnly && view?.state.status === 'running' && (facilitates || (takesPart && line.by === seat.participantId));
  return (
    <ul className={styles.list} aria-label="Decisions">
      {lines.map((line) => (
        <li key={line.id}>
          <p className={styles.text} dir="auto">
            {line.text}
          </p>
          <p className={styles.facts}>
            {line.noted}
            {line.present !== '' && `. There: ${line.present}`}
          </p>
          {mayWithdraw(line) && (
            <Button className={styles.withdraw} onClick={() => withdraw(line)}>
              Withdraw<span className="vh"> {line.text}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};

const useWithdrawing = (onWithdrawn: (() => void) | undefined) => {
  const command = useCommand();
  const show = useToast();
  return async (line: DecisionLine): Promise<void> => {
    if (!(await command({ kind: 'withdraw-decision', id: line.id }))) return;
    show(`Withdrawn: “${line.text}”`);
    onWithdrawn?.();
  };
};
