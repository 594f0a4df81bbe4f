// What each role may do in a review. One table; the server asks it for every request, frame and command.
import type { Role } from './roles.ts';

export const permissions = [
  'board.read',
  'board.write',
  'facilitation.run',
  'facilitation.take-part',
  'review.edit',
  'join-links.manage',
  'timeline.import',
  'snapshots.create',
  'history.read',
  'history.restore',
  'action-items.decide',
  'publishing.publish',
  'review.export',
  'feedback.give',
  'record.read',
] as const;
export type Permission = (typeof permissions)[number];

export type Decision = { allowed: true } | { allowed: false; reason: 'observers-only-read' | 'facilitators-only' };

const facilitatorsOnly: ReadonlySet<Permission> = new Set<Permission>([
  'facilitation.run',
  'history.restore',
  'review.edit',
  'join-links.manage',
  'publishing.publish',
  'review.export',
  'record.read',
]);

/** What an observer may as well: how the meeting was is asked of everybody in it, and the answer changes nothing in the review. */
const everybody: ReadonlySet<Permission> = new Set<Permission>(['board.read', 'feedback.give']);

/** Decides whether a role holds a permission. An observer reads and changes nothing (DOMAIN 2.9). */
export const permission = (role: Role, wanted: Permission): Decision => {
  if (everybody.has(wanted)) return { allowed: true };
  if (role === 'observer') return { allowed: false, reason: 'observers-only-read' };
  if (facilitatorsOnly.has(wanted) && role !== 'facilitator' && role !== 'co-facilitator')
    return { allowed: false, reason: 'facilitators-only' };
  return { allowed: true };
};
