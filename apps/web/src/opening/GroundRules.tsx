// The ground rules, and the one press by which each person agrees to them. Facilitators see how many did, nobody who did not.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { groundRules } from '@hearth/review/opening/words';
import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { useCommand, useFacilitation } from '../facilitation/use-facilitation.ts';
import { acknowledgedCount } from './acknowledged.ts';
import { rulesId } from './sheet.ts';
import styles from './OpeningPanel.module.css';

const titleId = `${rulesId}-title`;

export const GroundRules = ({ view }: { view: FacilitationView }) => {
  const { facilitates, takesPart, seat } = useFacilitation();
  const command = useCommand();
  const agreed = view.state.acknowledged?.includes(seat.participantId) ?? false;
  const { said, of } = acknowledgedCount(view);
  const answer = useRef<HTMLElement>(null);
  const pressed = useRef(false);
  // The button gives way to the answer, and hands it the focus.
  useEffect(() => {
    if (agreed && pressed.current) answer.current?.focus();
  }, [agreed]);
  return (
    <section id={rulesId} tabIndex={-1} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.part}>
        What we agree on
      </h3>
      <ol className={styles.rules}>
        {groundRules.map(({ rule, more }) => (
          <li key={rule}>
            <span>
              <strong>{rule}</strong> {more}
            </span>
          </li>
        ))}
      </ol>
      <div className={styles.agree}>
        {takesPart &&
          (agreed ? (
            <strong ref={answer} tabIndex={-1} className={styles.agreed} role="status">
              <Icon of={Check} /> You agreed to these.
            </strong>
          ) : (
            <Button
              look="ink"
              onClick={() => {
                pressed.current = true;
                void command({ kind: 'acknowledge' });
              }}
            >
              I agree to these
            </Button>
          ))}
        {facilitates && (
          <span className="small">
            {said} of {of} here have agreed
          </span>
        )}
      </div>
    </section>
  );
};
