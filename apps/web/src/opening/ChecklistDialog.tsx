// The leaders' checklist: three short lists, each item with its why. What Hearth knows stands done, with the fact.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { fullDay } from '@hearth/review/time/words';
import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useOptimistic, useTransition } from 'react';
import { countStates } from '../action-items/panel/draft.ts';
import { proposalsQuery } from '../action-items/panel/queries.ts';
import { useCards } from '../board/session.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Checkbox } from '../design/Field.tsx';
import { Icon } from '../design/Icon.tsx';
import { runsTheRoom, takesPart } from '../facilitation/people.ts';
import { useCommand, useFacilitation } from '../facilitation/use-facilitation.ts';
import { acknowledgedCount } from './acknowledged.ts';
import { checked, partNames, type ChecklistFacts, type ChecklistItem, type CheckState } from './checklist.ts';
import styles from './ChecklistDialog.module.css';

interface ChecklistDialogProps {
  review: ReviewDetail;
  onClose: () => void;
}

export const ChecklistDialog = ({ review, onClose }: ChecklistDialogProps) => {
  const facts = useFacts(review);
  if (facts === null) return null;
  const all = checked(facts);
  const done = all.filter(({ is }) => is.done).length;
  return (
    <Dialog title="Leaders’ checklist" width="wide" onClose={onClose}>
      <p className="small">
        {done} of {all.length} done. For you and your co-facilitators; nothing here is required.
      </p>
      {(['before', 'during', 'after'] as const).map((part) => (
        <section key={part} aria-labelledby={`checklist-${part}`}>
          <h3 id={`checklist-${part}`} className={styles.part}>
            {partNames[part]}
          </h3>
          <ul className={styles.items}>
            {all
              .filter(({ item }) => item.part === part)
              .map(({ item, is }) => (
                <li key={item.id}>
                  <Item item={item} is={is} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
};

const Item = ({ item, is }: { item: ChecklistItem; is: CheckState }) => {
  const command = useCommand();
  const [ticked, show] = useOptimistic(is.done);
  const [, begin] = useTransition();
  if (is.done && is.fact !== null)
    return (
      <div className={styles.known}>
        <Icon of={Check} className={styles.tick} />
        <span>
          <span className="vh">Done: </span>
          {item.what}
          <span className={styles.why}>{is.fact}</span>
        </span>
      </div>
    );
  return (
    <Checkbox
      checked={ticked}
      hint={<span className={styles.why}>{item.why}</span>}
      onChange={({ target: { checked: done } }) =>
        begin(async () => {
          show(done);
          await command({ kind: 'check', item: item.id, done });
        })
      }
    >
      {item.what}
    </Checkbox>
  );
};

const useFacts = (review: ReviewDetail): ChecklistFacts | null => {
  const { view } = useFacilitation();
  const moments = useCards('event').length;
  const learnings = useCards('learning').length;
  const proposals = useQuery(proposalsQuery(review.id));
  if (view === null) return null;
  const { incident, publication } = review;
  const { proposed, confirmed, dismissed } = countStates(proposals.data ?? []);
  return {
    state: view.state,
    incidentTold: incident.startedAt !== null && incident.impact.trim() !== '',
    invited: view.people.filter(({ role }) => takesPart(role) && !runsTheRoom(role)).length,
    coFacilitators: view.people.filter(({ role }) => role === 'co-facilitator').length,
    acknowledged: acknowledgedCount(view),
    moments,
    learnings,
    proposals: { proposed, decided: confirmed + dismissed },
    publishedOn: publication && fullDay(publication.publishedAt, incident.zone),
  };
};
