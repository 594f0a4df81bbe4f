// Soak time, as people meet it: the line that says from when on proposed actions are confirmed, and the switch for it.
import { soakMoment, soakOf, soakWorkDays, type Soak } from '@hearth/learning/action-items/soak';
import { Hourglass } from 'lucide-react';
import { useOptimistic, useTransition } from 'react';
import { Checkbox } from '../../design/Field.tsx';
import { Icon } from '../../design/Icon.tsx';
import { useCommand, useFacilitation, useServerNow } from '../../facilitation/use-facilitation.ts';
import { useNow } from '../../time/use-now.ts';
import styles from './ActionProposals.module.css';

/** @param zone  of the incident. */
export const useSoak = (zone: string): Soak => {
  const { view } = useFacilitation();
  const nowMs = useServerNow();
  // It may be over while one looks.
  useNow();
  return view === null ? { kind: 'none' } : soakOf(view.state, zone, nowMs);
};

const wordsOf = (soak: Soak, zone: string): string | null => {
  switch (soak.kind) {
    case 'none':
      return null;
    case 'not-begun':
      return 'Actions soak for two work days after the end of the meeting; then they are confirmed.';
    case 'soaking':
      return `Sleep on them: confirm from ${soakMoment(soak.untilMs, zone)}.`;
    case 'soaked':
      return 'You have slept on them: ready to confirm.';
  }
};

/** The switch is the facilitator's; everybody else reads what it means. */
export const SoakLine = ({ soak, zone }: { soak: Soak; zone: string }) => {
  const { facilitates } = useFacilitation();
  const command = useCommand();
  const [soaks, show] = useOptimistic(soak.kind !== 'none');
  const [, begin] = useTransition();
  const words = wordsOf(soak, zone);
  return (
    <>
      {words !== null && (
        <p className={styles.soak}>
          <Icon of={Hourglass} size="s" /> {words}
        </p>
      )}
      {facilitates && (
        <Checkbox
          checked={soaks}
          onChange={({ target: { checked: on } }) =>
            begin(async () => {
              show(on);
              await command({ kind: 'soak', on });
            })
          }
        >
          Let actions soak for {soakWorkDays} work days
        </Checkbox>
      )}
    </>
  );
};
