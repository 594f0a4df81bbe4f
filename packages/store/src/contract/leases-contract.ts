// SPEC E1, E2.
import { describe, expect, test } from 'vitest';
import type { Subject } from './store-contract.ts';

export const leasesContract = (subject: Subject): void => {
  describe('leases', () => {
    test('[E1] of ten who take a lease at once, one has it, and may prolong it', async () => {
      const { leases } = subject.store;
      const holders = Array.from({ length: 10 }, (_, index) => `node-${index}`);
      const taken = await Promise.all(holders.map((holder) => leases.take('compaction', holder, 60_000)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      const holder = holders[taken.indexOf(true)]!;
      await subject.pass(50_000);
      await expect(leases.take('compaction', holder, 60_000)).resolves.toBe(true);
      await subject.pass(50_000);
      await expect(leases.take('compaction', 'somebody else', 60_000)).resolves.toBe(false);
      await expect(leases.take('another', 'somebody else', 60_000)).resolves.toBe(true);
    });

    test('[E1] a lease ends by itself, also over a restart', async () => {
      await expect(subject.store.leases.take('jobs', 'one', 60_000)).resolves.toBe(true);
      const { leases } = await subject.reopen();
      await expect(leases.take('jobs', 'two', 60_000)).resolves.toBe(false);
      await subject.pass(60_000);
      await expect(leases.take('jobs', 'two', 60_000)).resolves.toBe(true);
      await expect(leases.take('jobs', 'one', 60_000)).resolves.toBe(false);
    });

    test('[E2] a lease is given back by its holder only', async () => {
      const { leases } = subject.store;
      await leases.take('jobs', 'one', 60_000);
      await leases.release('jobs', 'two');
      await expect(leases.take('jobs', 'two', 60_000)).resolves.toBe(false);
      await leases.release('jobs', 'one');
      await leases.release('jobs', 'one');
      await expect(leases.take('jobs', 'two', 60_000)).resolves.toBe(true);
    });
  });
};
