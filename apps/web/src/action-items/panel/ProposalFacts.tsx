// Owner, due day, priority, kind and ticket in one line; what is missing and matters is said.
import { dayOf } from '@hearth/review/time/wall-time';
import { shortDay } from '@hearth/review/time/words';
import { localZone } from '../../time/zones.ts';
import { useNow } from '../../time/use-now.ts';
import styles from './ActionProposals.module.css';
import { kindNames } from '../item-draft.ts';
import type { ProposalDraft } from './draft.ts';

export const ProposalFacts = ({ fields }: { fields: ProposalDraft }) => {
  const today = dayOf(useNow(), localZone());
  const facts = [
    fields.owner || 'no owner yet',
    fields.due ? `due ${shortDay(fields.due, today)}` : '',
    fields.priority ?? '',
    fields.kind ? kindNames[fields.kind] : '',
    fields.ticket ?? '',
  ];
  return <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>;
};
