// How the roles that a link can carry are told to whoever hands it out.
import type { JoinableRole } from '@hearth/review/roles';

export const roleLooks: Record<JoinableRole, { name: string; aName: string; hint: string }> = {
  participant: { name: 'Participant', aName: 'a participant', hint: 'writes and takes part' },
  observer: { name: 'Observer', aName: 'an observer', hint: 'follows everything, changes nothing' },
  'co-facilitator': { name: 'Co-facilitator', aName: 'a co-facilitator', hint: 'runs stages and timer with you' },
};
