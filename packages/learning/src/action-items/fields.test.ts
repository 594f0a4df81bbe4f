import { describe, expect, it } from 'vitest';
import { findKind } from './action-kind.ts';
import { findDue } from './due.ts';
import { findOwner, findPeople } from './owner.ts';
import { findPriority } from './priority.ts';
import { findTicket } from './ticket.ts';

describe('owner', () => {
  it.each([
    ['[A20]', 'Add an alert. Owner: Ada Byron', 'Ada Byron'],
    ['[A20]', 'Add an alert (owner: @ada-b)', '@ada-b'],
    ['[A20]', 'Add an alert, assigned to Ada', 'Ada'],
    ['[A20]', 'Add an alert (Ada Byron, due 3 March)', 'Ada Byron'],
    ['[A21]', 'Add an alert @ada', '@ada'],
    ['[A21]', 'Add an alert @ada by Friday', '@ada'],
    ['[A21]', 'Add an alert (@ada)', '@ada'],
    ['[A21]', 'Add an alert, @Ada Byron, P2, by 3 March', 'Ada Byron'],
    ['[A21]', '@Ada Byron to add an alert', 'Ada Byron'],
    ['[A21]', '@ada Rotate the key by Friday', '@ada'],
    ['[A21]', '@Ada Rotate the key by Friday', '@Ada'],
    ['[A21]', '[@ada](https://x.example/ada) to add an alert', '@ada'],
    ['[A21]', 'Add an alert — @ada — soon', '@ada'],
    ['[A22]', 'Ada to write a runbook', 'Ada'],
    ['[A22]', 'Discuss limits (Ada call for meeting)', 'Ada'],
    ['[A24]', 'The data platform team should add a limit', 'data platform team'],
  ])('%s %s → %s', (_rule, text, owner) => {
    expect(findOwner(text)).toBe(owner);
  });

  it.each([
    'Revert to default',
    'Migration to a new cluster',
    'Subscribe to the list',
    'Add an alert (Kubernetes)',
    'Owner: TBD',
    'We will write a runbook',
    'Add an alert',
  ])('[A25] nobody in: %s', (text) => {
    expect(findOwner(text)).toBeNull();
  });

  it('[A23] knows the people whom the document names', () => {
    const people = findPeople('Authors: Ada Byron, Bo Cole\n\nText with Kubernetes.');
    expect(findOwner('Add an alert (Ada)', people)).toBe('Ada');
    expect(findOwner('Bo: add an alert', people)).toBe('Bo');
    expect(findOwner('Add an alert (Helm)', people)).toBeNull();
    const told = findPeople('Cara noticed errors. Traefik restarted.');
    expect(findOwner('Cara: add an alert', told)).toBe('Cara');
    expect(findOwner('Traefik: add an alert', told)).toBeNull();
  });
});

describe('ticket', () => {
  const links = new Map([['alert-issue', 'https://git.example/a/b/issues/7']]);
  it.each([
    ['[A30]', 'Add (https://git.example/a/b/issues/7).', 'https://git.example/a/b/issues/7'],
    ['[A30]', 'Add [x](https://git.example/a/b/pull/7)', 'https://git.example/a/b/pull/7'],
    ['[A30]', 'Add https://acme.atlassian.net/browse/OPS-7', 'https://acme.atlassian.net/browse/OPS-7'],
    ['[A31]', 'Add ([Issue](https://desk.example/7))', 'https://desk.example/7'],
    ['[A31]', 'Add ([this][alert-issue])', 'https://git.example/a/b/issues/7'],
    ['[A32]', 'Add OPS-7', 'OPS-7'],
    ['[A32]', 'Add acme/ops#7', 'acme/ops#7'],
    ['[A32]', '#7: Add', '#7'],
    ['[A32]', 'Add (Bug 5554823)', 'Bug 5554823'],
  ])('%s %s → %s', (_rule, text, ticket) => {
    expect(findTicket(text, links)).toBe(ticket);
  });

  it.each(['Use UTF-8', 'See [docs](https://x.example/guide)', 'Keep 3-5 nodes', 'Post in #ops'])(
    '[A32] none in: %s',
    (text) => {
      expect(findTicket(text)).toBeNull();
    },
  );
});

describe('due', () => {
  // A Wednesday.
  const today = { year: 2021, month: 3, day: 3 };
  it.each([
    ['[A40]', 'Add an alert by 2021-03-10', '2021-03-10'],
    ['[A40]', 'Add an alert (due: March 10)', '2021-03-10'],
    ['[A40]', 'Add an alert before 1 March', '2022-03-01'],
    ['[A41]', 'Add an alert by Friday', '2021-03-05'],
    ['[A41]', 'Add an alert next Friday', '2021-03-12'],
    ['[A41]', 'Add an alert in two weeks', '2021-03-17'],
    ['[A41]', 'Add an alert tomorrow', '2021-03-04'],
    ['[A41]', 'Add an alert by end of month', '2021-03-31'],
    ['[A41]', 'Add an alert by the end of the quarter', '2021-03-31'],
    ['[A42]', 'Add an alert by Q3 2021', '2021-09-30'],
  ])('%s %s → %s', (_rule, text, due) => {
    expect(findDue(text, today)).toBe(due);
  });

  it('[A43] stays open without today, and without a date', () => {
    expect(findDue('by Friday', null)).toBeNull();
    expect(findDue('by March 10', null)).toBeNull();
    expect(findDue('by 2021-03-10', null)).toBe('2021-03-10');
    expect(findDue('Split the table by day (about 20 minutes)', today)).toBeNull();
  });
});

describe('priority and kind', () => {
  it.each([
    ['[P1] Add', 'P1'],
    ['Add (P0)', 'P1'],
    ['Add, priority: medium', 'P2'],
    ['LOW Add', 'P3'],
    ['P4 Add', 'P3'],
    ['Add high-priority alerts', null],
    ['Use EC2 P3.large', null],
  ])('[A50] %s → %s', (text, priority) => {
    expect(findPriority(text)).toBe(priority);
  });

  it.each([
    ['Write a runbook for database failover', 'human'],
    ['Train new people on call', 'human'],
    ['Add an alert on disk usage', 'technical'],
    ['Do it better', null],
  ])('[A55] %s → %s', (text, kind) => {
    expect(findKind(text)).toBe(kind);
  });
});
