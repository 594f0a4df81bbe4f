// The roles of people in a review (DOMAIN's words). Join links carry one of `joinableRoles`.

export const roles = [
  'facilitator',
  'co-facilitator',
  'participant',
  'sme',
  'decision-maker',
  'scribe',
  'observer',
] as const;
export type Role = (typeof roles)[number];

export const joinableRoles = ['participant', 'observer', 'co-facilitator'] as const satisfies readonly Role[];
export type JoinableRole = (typeof joinableRoles)[number];

/** Roles as a reader sees them. */
export const roleNames: Record<Role, string> = {
  facilitator: 'Facilitator',
  'co-facilitator': 'Co-facilitator',
  participant: 'Participant',
  sme: 'Expert',
  'decision-maker': 'Decision maker',
  scribe: 'Scribe',
  observer: 'Observer',
};
