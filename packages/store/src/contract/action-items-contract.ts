// SPEC I1-I5.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Proposal } from '@hearth/learning/action-items/model';
import { noonMs, reviewId, sampleProposal, sampleReview } from './samples.ts';
import type { Subject } from './store-contract.ts';

const one = reviewId('one');
const two = reviewId('two');

const confirm = (proposal: Proposal, itemId: string, nowMs = noonMs) => {
  const { text, due, priority, kind, ticket } = proposal;
  return { kind: 'confirm' as const, itemId, nowMs, fields: { text, owner: 'Ada', due, priority, kind, ticket } };
};

export const actionItemContract = (subject: Subject): void => {
  describe('action items', () => {
    const proposals = ['b', 'a', 'c'].map((id) => sampleProposal(one, id));
    const [b, a, c] = proposals as [Proposal, Proposal, Proposal];

    beforeEach(async () => {
      await subject.store.reviews.create(sampleReview('one'));
      await subject.store.reviews.create(sampleReview('two'));
    });

    test('[I1] replacing twice is replacing once, in the order given', async () => {
      const { actionItems } = subject.store;
      await expect(actionItems.replaceUndecided(one, proposals)).resolves.toEqual(proposals);
      await expect(actionItems.replaceUndecided(one, proposals)).resolves.toEqual(proposals);
      await actionItems.replaceUndecided(two, [sampleProposal(two, 'a')]);
      await expect(actionItems.replaceUndecided(one, [c])).resolves.toEqual([c]);
      const reopened = await subject.reopen();
      await expect(reopened.actionItems.listProposals(one)).resolves.toEqual([c]);
      await expect(reopened.actionItems.listProposals(two)).resolves.toEqual([sampleProposal(two, 'a')]);
    });

    test('[I1] decided proposals stay as they are, whether they are found again or not', async () => {
      const { actionItems } = subject.store;
      await actionItems.replaceUndecided(one, proposals);
      await actionItems.decide(one, 'a', confirm(a, 'item-a'));
      await actionItems.decide(one, 'b', { kind: 'dismiss' });
      const decided = (await actionItems.listProposals(one)).filter((proposal) => proposal.state !== 'proposed');
      const edited = proposals.map((proposal) => ({ ...proposal, text: 'other words' }));
      const after = await actionItems.replaceUndecided(one, edited);
      expect(after.filter((proposal) => proposal.state !== 'proposed')).toEqual(decided);
      expect(after.filter((proposal) => proposal.state === 'proposed')).toEqual([{ ...c, text: 'other words' }]);
      await expect(actionItems.replaceUndecided(one, [])).resolves.toEqual(decided);
    });

    test('[I2] of ten confirmations at once, one makes the action', async () => {
      const { actionItems } = subject.store;
      await actionItems.replaceUndecided(one, proposals);
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, index) => actionItems.decide(one, 'a', confirm(a, `item-${index}`))),
      );
      const [won, ...others] = outcomes.filter((outcome) => outcome.ok);
      expect(others).toEqual([]);
      expect(won).toMatchObject({ proposal: { state: 'confirmed' }, item: { text: a.text, owner: 'Ada', version: 1 } });
      const items = await actionItems.list(null);
      expect(items).toEqual([won!.ok && won!.item]);
      expect(items[0]).toMatchObject({ reviewId: one, source: a.source, status: 'open', createdAtMs: noonMs });
      const stored = (await actionItems.listProposals(one)).find((proposal) => proposal.id === 'a');
      expect(stored).toEqual({ ...a, state: 'confirmed', actionItemId: items[0]!.id });
      await expect(actionItems.decide(one, 'a', { kind: 'dismiss' })).resolves.toEqual({
        ok: false,
        reason: 'already-decided',
      });
      expect((await subject.store.reviews.find(one))?.actions).toEqual({ total: 1, open: 1 });
    });

    test('[I2] a proposal of another review is not found', async () => {
      await subject.store.actionItems.replaceUndecided(one, proposals);
      await expect(subject.store.actionItems.decide(two, 'a', { kind: 'dismiss' })).resolves.toEqual({
        ok: false,
        reason: 'not-found',
      });
    });

    test('[I3] a dismissal can be taken back, a confirmation not', async () => {
      const { actionItems } = subject.store;
      await actionItems.replaceUndecided(one, proposals);
      await actionItems.decide(one, 'a', { kind: 'dismiss' });
      await expect(actionItems.decide(one, 'a', confirm(a, 'item-a'))).resolves.toMatchObject({ ok: false });
      await expect(actionItems.decide(one, 'a', { kind: 'restore' })).resolves.toEqual({
        ok: true,
        proposal: a,
        item: null,
      });
      await expect(actionItems.decide(one, 'a', confirm(a, 'item-a'))).resolves.toMatchObject({ ok: true });
      await expect(actionItems.decide(one, 'a', { kind: 'restore' })).resolves.toEqual({
        ok: false,
        reason: 'already-decided',
      });
    });

    test('[I4] of five changes on one version, one applies and the others see it', async () => {
      const { actionItems } = subject.store;
      await actionItems.replaceUndecided(one, proposals);
      await actionItems.decide(one, 'a', confirm(a, 'item-a'));
      const outcomes = await Promise.all(
        Array.from({ length: 5 }, (_, index) =>
          actionItems.change('item-a', 1, { owner: `Owner ${index}` }, noonMs + 1),
        ),
      );
      const won = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.item] : []));
      expect(won).toHaveLength(1);
      expect(won[0]).toMatchObject({ version: 2, updatedAtMs: noonMs + 1, createdAtMs: noonMs });
      for (const lost of outcomes.filter((outcome) => !outcome.ok))
        expect(lost).toEqual({ ok: false, reason: 'conflict', item: won[0] });
      await expect(actionItems.change('nobody', 1, { owner: null }, noonMs)).resolves.toEqual({
        ok: false,
        reason: 'not-found',
      });
    });

    test('[I4] completing an action stores when, and the review counts it as done', async () => {
      const { actionItems } = subject.store;
      await actionItems.replaceUndecided(one, proposals);
      await actionItems.decide(one, 'a', confirm(a, 'item-a'));
      await actionItems.decide(one, 'b', confirm(b, 'item-b'));
      await actionItems.change('item-a', 1, { status: 'completed', completionNote: 'shipped', due: null }, noonMs + 9);
      const reopened = await subject.reopen();
      await expect(reopened.actionItems.find('item-a')).resolves.toMatchObject({
        status: 'completed',
        completionNote: 'shipped',
        completedAtMs: noonMs + 9,
        due: null,
        source: a.source,
      });
      expect((await reopened.reviews.find(one))?.actions).toEqual({ total: 2, open: 1 });
      await expect(reopened.actionItems.find('nobody')).resolves.toBeNull();
    });

    test('[I5] actions are listed for the named reviews, oldest first, or for all', async () => {
      const { actionItems } = subject.store;
      await actionItems.replaceUndecided(one, proposals);
      await actionItems.replaceUndecided(two, [sampleProposal(two, 'z')]);
      await actionItems.decide(one, 'a', confirm(a, 'item-late', noonMs + 2));
      await actionItems.decide(two, 'z', confirm(sampleProposal(two, 'z'), 'item-two', noonMs + 1));
      await actionItems.decide(one, 'c', confirm(c, 'item-early', noonMs));
      const ids = async (reviews: Parameters<typeof actionItems.list>[0]) =>
        (await actionItems.list(reviews)).map((item) => item.id);
      await expect(ids([one])).resolves.toEqual(['item-early', 'item-late']);
      await expect(ids([one, two])).resolves.toEqual(['item-early', 'item-two', 'item-late']);
      await expect(ids(null)).resolves.toEqual(['item-early', 'item-two', 'item-late']);
      await expect(ids([])).resolves.toEqual([]);
    });
  });
};
