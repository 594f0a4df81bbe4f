// The suite that every engine of the store passes. Titles carry the rules of SPEC.md.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../ports/store.ts';
import { accessContract } from './access-contract.ts';
import { actionItemContract } from './action-items-contract.ts';
import { attachmentsContract } from './attachments-contract.ts';
import { feedbackContract } from './feedback-contract.ts';
import { historyContract } from './history-contract.ts';
import { leasesContract } from './leases-contract.ts';
import { publishingContract } from './publishing-contract.ts';
import { reviewContract } from './reviews-contract.ts';
import { sampleEntry } from './samples.ts';
import { templatesContract } from './templates-contract.ts';
import { updateLogContract } from './update-log-contract.ts';

export interface OpenedStore {
  store: Store;
  /** Closes the store and opens the same database again. */
  reopen(): Promise<Store>;
  /** Lets so much time go by for everything that the store measures by its own clock. */
  pass(ms: number): Promise<void>;
  /** Closes and deletes the database. */
  destroy(): Promise<void>;
}

/** What a suite works on: the current store, and the same database after a restart. */
export interface Subject {
  readonly store: Store;
  reopen(): Promise<Store>;
  pass(ms: number): Promise<void>;
}

/** @param open  Opens a new, empty database for each test. */
export const storeContract = (name: string, open: () => Promise<OpenedStore>): void => {
  describe(`store contract: ${name}`, () => {
    let opened: OpenedStore;
    let current: Store;
    beforeEach(async () => {
      opened = await open();
      current = opened.store;
    });
    afterEach(() => opened.destroy());

    const subject: Subject = {
      get store() {
        return current;
      },
      reopen: async () => {
        current = await opened.reopen();
        return current;
      },
      pass: (ms) => opened.pass(ms),
    };
    updateLogContract(subject);
    historyContract(subject);
    leasesContract(subject);
    reviewContract(subject);
    accessContract(subject);
    actionItemContract(subject);
    attachmentsContract(subject);
    publishingContract(subject);
    templatesContract(subject);
    feedbackContract(subject);

    test('[S6] a closed store rejects every call, and closing twice is closing once', async () => {
      const appended = subject.store.updateLog.append([sampleEntry('board/x', Uint8Array.of(1))]);
      const listed = subject.store.reviews.list();
      await Promise.all([subject.store.close(), subject.store.close()]);
      await expect(appended).resolves.toEqual([1]);
      await expect(listed).resolves.toEqual([]);
      const rejected = { reason: 'closed' };
      await expect(subject.store.ready()).rejects.toMatchObject(rejected);
      await expect(subject.store.reviews.list()).rejects.toMatchObject(rejected);
      await expect(subject.store.updateLog.append([sampleEntry('board/x', Uint8Array.of(2))])).rejects.toMatchObject(
        rejected,
      );
      const again = await subject.reopen();
      await expect(again.ready()).resolves.toBeUndefined();
      expect((await again.updateLog.load('board/x')).updates).toMatchObject([{ seq: 1, update: Uint8Array.of(1) }]);
    });
  });
};
