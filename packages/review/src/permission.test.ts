import { describe, expect, test } from 'vitest';
import { permission, permissions, type Permission } from './permission.ts';
import { joinableRoles, roles, type Role } from './roles.ts';

const everything: Record<Permission, true> = {
  'board.read': true,
  'board.write': true,
  'facilitation.run': true,
  'facilitation.take-part': true,
  'review.edit': true,
  'join-links.manage': true,
  'timeline.import': true,
  'snapshots.create': true,
  'history.read': true,
  'history.restore': true,
  'action-items.decide': true,
  'publishing.publish': true,
  'review.export': true,
  'feedback.give': true,
  'record.read': true,
};
const takingPart: Partial<Record<Permission, true>> = {
  'board.read': true,
  'board.write': true,
  'facilitation.take-part': true,
  'timeline.import': true,
  'snapshots.create': true,
  'history.read': true,
  'action-items.decide': true,
  'feedback.give': true,
};

const allowed: Record<Role, Partial<Record<Permission, true>>> = {
  facilitator: everything,
  'co-facilitator': everything,
  participant: takingPart,
  sme: takingPart,
  'decision-maker': takingPart,
  scribe: takingPart,
  observer: { 'board.read': true, 'feedback.give': true },
};

describe('[P1] every role and every permission', () => {
  const cells = roles.flatMap((role) => permissions.map((wanted) => ({ role, wanted })));
  test.each(cells)('$role × $wanted', ({ role, wanted }) => {
    expect(permission(role, wanted).allowed).toBe(allowed[role][wanted] === true);
  });
});

test('[P2] an observer is told that observers only read, anybody else that it takes a facilitator', () => {
  const reasons = (role: Role) =>
    new Set(permissions.map((wanted) => permission(role, wanted)).flatMap((told) => (told.allowed ? [] : told.reason)));
  expect(reasons('observer')).toEqual(new Set(['observers-only-read']));
  expect(reasons('participant')).toEqual(new Set(['facilitators-only']));
  expect(reasons('facilitator')).toEqual(new Set());
});

test('[P3] no join link makes a facilitator', () => {
  expect(joinableRoles).not.toContain('facilitator');
});

test('[P4] what was deleted is shown to those who could write it, and to no observer', () => {
  expect(permission('observer', 'history.read')).toEqual({ allowed: false, reason: 'observers-only-read' });
  for (const role of roles) expect(permission(role, 'history.read')).toEqual(permission(role, 'board.write'));
});
