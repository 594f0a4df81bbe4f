import type { Person } from '@hearth/protocol/facilitation';
import type { ParticipantId } from '@hearth/review/ids';
import type { Role } from '@hearth/review/roles';

export const idOf = (name: string): ParticipantId => name as ParticipantId;

export const person = (name: string, role: Role = 'participant', here = true): Person => ({
  participantId: idOf(name),
  name,
  role,
  here,
});
