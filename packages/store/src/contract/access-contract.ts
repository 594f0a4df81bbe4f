// SPEC A1-A8.
import { beforeEach, describe, expect, test } from 'vitest';
import { addLink, addSession, hash, hourMs, noonMs, reviewId, sampleReview, sampleSeat } from './samples.ts';
import type { Subject } from './store-contract.ts';

const owner = { id: 'account-1', name: 'Owner' };
const one = reviewId('one');

export const accessContract = (subject: Subject): void => {
  describe('access', () => {
    test('[A1] the first owner stays the owner', async () => {
      const asked = await Promise.all(
        ['account-1', 'account-2', 'account-3'].map((id) => subject.store.access.ensureOwner({ id, name: id }, noonMs)),
      );
      expect(new Set(asked.map((account) => account.id)).size).toBe(1);
      await subject.store.access.renameAccount(asked[0]!.id, 'Ada');
      const reopened = await subject.reopen();
      await expect(reopened.access.ensureOwner({ id: 'account-9', name: 'x' }, noonMs)).resolves.toEqual({
        id: asked[0]!.id,
        name: 'Ada',
      });
    });

    test('[A2] of twenty who use an owner link at once, one comes in', async () => {
      const { access } = subject.store;
      await access.ensureOwner(owner, noonMs);
      await access.putOwnerLink(hash('secret'), owner.id, noonMs);
      const found = await Promise.all(
        Array.from({ length: 20 }, () => access.consumeOwnerLink(hash('secret'), noonMs)),
      );
      expect(found.filter((account) => account !== null)).toEqual([owner]);
      const reopened = await subject.reopen();
      await expect(reopened.access.consumeOwnerLink(hash('secret'), noonMs)).resolves.toBeNull();
    });

    test('[A2] a new owner link ends the unused one', async () => {
      const { access } = subject.store;
      await access.ensureOwner(owner, noonMs);
      await access.putOwnerLink(hash('first'), owner.id, noonMs);
      await access.putOwnerLink(hash('second'), owner.id, noonMs);
      await expect(access.consumeOwnerLink(hash('first'), noonMs)).resolves.toBeNull();
      await expect(access.consumeOwnerLink(hash('never'), noonMs)).resolves.toBeNull();
      await expect(access.consumeOwnerLink(hash('second'), noonMs)).resolves.toEqual(owner);
    });

    test('[A3] a session is found until it expires or is deleted', async () => {
      const { access } = subject.store;
      await access.ensureOwner(owner, noonMs);
      await addSession(subject.store, 'session-1', owner.id);
      await addSession(subject.store, 'session-2');
      const expiresAtMs = noonMs + 24 * hourMs;
      const reopened = (await subject.reopen()).access;
      await expect(reopened.findSession(hash('session-1'), noonMs)).resolves.toEqual({
        id: 'session-1',
        account: owner,
        expiresAtMs,
      });
      await expect(reopened.findSession(hash('session-2'), expiresAtMs - 1)).resolves.toMatchObject({ account: null });
      await expect(reopened.findSession(hash('session-2'), expiresAtMs)).resolves.toBeNull();
      await expect(reopened.findSession(hash('nobody'), noonMs)).resolves.toBeNull();
      await reopened.deleteSession('session-1');
      await expect(reopened.findSession(hash('session-1'), noonMs)).resolves.toBeNull();
    });

    describe('join links and seats', () => {
      beforeEach(async () => {
        await subject.store.reviews.create(sampleReview('one'));
        await subject.store.reviews.create(sampleReview('two'));
        await subject.store.access.ensureOwner(owner, noonMs);
        await addSession(subject.store, 'session-1');
        await addSession(subject.store, 'session-2');
      });

      test('[A4] a join link is found until it expires or is revoked', async () => {
        const { access } = subject.store;
        await addLink(subject.store, one, 'link-1');
        await addLink(subject.store, one, 'link-2');
        const expected = {
          id: 'link-1',
          reviewId: one,
          role: 'participant',
          createdAtMs: noonMs,
          expiresAtMs: noonMs + hourMs,
          revokedAtMs: null,
          uses: 0,
        };
        await expect(access.findJoinLink(hash('link-1'), noonMs)).resolves.toEqual(expected);
        await expect(access.findJoinLink(hash('link-1'), noonMs + hourMs)).resolves.toBeNull();
        await expect(access.findJoinLink(hash('nobody'), noonMs)).resolves.toBeNull();
        await access.revokeJoinLink(one, 'link-1', noonMs + 5);
        const reopened = (await subject.reopen()).access;
        await expect(reopened.findJoinLink(hash('link-1'), noonMs)).resolves.toBeNull();
        await expect(reopened.listJoinLinks(one)).resolves.toEqual([
          { ...expected, revokedAtMs: noonMs + 5 },
          { ...expected, id: 'link-2' },
        ]);
        await expect(reopened.listJoinLinks(reviewId('two'))).resolves.toEqual([]);
      });

      test('[A5] only links of the review itself can be revoked, and the first time counts', async () => {
        const { access } = subject.store;
        await addLink(subject.store, one, 'link-1');
        await expect(access.revokeJoinLink(reviewId('two'), 'link-1', noonMs)).resolves.toBe(false);
        await expect(access.findJoinLink(hash('link-1'), noonMs)).resolves.not.toBeNull();
        await expect(access.revokeJoinLink(one, 'link-1', noonMs + 1)).resolves.toBe(true);
        await expect(access.revokeJoinLink(one, 'link-1', noonMs + 9)).resolves.toBe(true);
        expect((await access.listJoinLinks(one))[0]?.revokedAtMs).toBe(noonMs + 1);
      });

      test('[A6] a session that asks ten times at once gets one seat', async () => {
        const { access } = subject.store;
        await addLink(subject.store, one, 'link-1');
        const seats = await Promise.all(
          Array.from({ length: 10 }, (_, index) =>
            access.takeSeat(sampleSeat(one, `person-${index}`, { joinLinkId: 'link-1' })),
          ),
        );
        expect(new Set(seats.map((seat) => seat.id)).size).toBe(1);
        await expect(access.listParticipants(one)).resolves.toEqual([seats[0]]);
        await access.takeSeat(sampleSeat(one, 'person-x', { joinLinkId: 'link-1', sessionId: 'session-2' }));
        expect((await access.listJoinLinks(one))[0]?.uses).toBe(2);
        await expect(access.listParticipants(one)).resolves.toHaveLength(2);
      });

      test('[A6] an account has one seat, whichever session it comes with', async () => {
        const { access } = subject.store;
        await addSession(subject.store, 'laptop', owner.id);
        await addSession(subject.store, 'phone', owner.id);
        const seat = (id: string, sessionId: string) =>
          sampleSeat(one, id, { sessionId, accountId: owner.id, role: 'facilitator' });
        const first = await access.takeSeat(seat('person-1', 'laptop'));
        await expect(access.findSeat(one, 'phone', noonMs)).resolves.toEqual(first);
        await expect(access.takeSeat(seat('person-2', 'phone'))).resolves.toEqual(first);
        await expect(access.listSeats('phone')).resolves.toEqual([first]);
        await access.deleteSession('laptop');
        await expect(access.findSeat(one, 'phone', noonMs)).resolves.toEqual(first);
        await expect(access.findSeat(one, 'laptop', noonMs)).resolves.toBeNull();
      });

      test('[A6] a new link opens the seat again whose link was revoked', async () => {
        const { access } = subject.store;
        await addLink(subject.store, one, 'link-1');
        await addLink(subject.store, one, 'link-2');
        const first = await access.takeSeat(sampleSeat(one, 'person-1', { joinLinkId: 'link-1' }));
        await access.revokeJoinLink(one, 'link-1', noonMs);
        await expect(access.findSeat(one, 'session-1', noonMs)).resolves.toBeNull();
        const again = await access.takeSeat(
          sampleSeat(one, 'person-2', { joinLinkId: 'link-2', name: 'New name', role: 'observer' }),
        );
        expect(again).toEqual({ ...first, joinLinkId: 'link-2', name: 'New name', role: 'observer' });
        await expect(access.findSeat(one, 'session-1', noonMs)).resolves.toEqual(again);
      });

      test('[A6] a link to another role changes the seat of a guest, and never that of an account', async () => {
        const { access } = subject.store;
        await addLink(subject.store, one, 'link-1');
        await addLink(subject.store, one, 'link-2');
        const watching = await access.takeSeat(
          sampleSeat(one, 'person-1', { joinLinkId: 'link-1', role: 'observer', name: 'Bo' }),
        );
        const writing = await access.takeSeat(
          sampleSeat(one, 'person-2', { joinLinkId: 'link-2', role: 'participant', name: 'Bo' }),
        );
        expect(writing).toEqual({ ...watching, role: 'participant', joinLinkId: 'link-2' });
        await addSession(subject.store, 'laptop', owner.id);
        const seat = { sessionId: 'laptop', accountId: owner.id };
        const owners = await access.takeSeat(sampleSeat(one, 'person-3', { ...seat, role: 'facilitator' }));
        await expect(
          access.takeSeat(sampleSeat(one, 'person-4', { ...seat, role: 'observer', joinLinkId: 'link-1' })),
        ).resolves.toEqual(owners);
      });

      test('[A1] a renamed account has its new name on its seats', async () => {
        const { access } = subject.store;
        await addSession(subject.store, 'laptop', owner.id);
        await access.takeSeat(sampleSeat(one, 'person-1', { sessionId: 'laptop', accountId: owner.id }));
        await addSession(subject.store, 'guest', null);
        await access.takeSeat(sampleSeat(one, 'person-2', { sessionId: 'guest', name: 'Bo' }));
        await access.renameAccount(owner.id, 'Ada');
        const people = await access.listParticipants(one);
        expect(people.map(({ name }) => name)).toEqual(['Ada', 'Bo']);
      });

      test('[A7] a seat ends with its link and with its session; the person stays listed', async () => {
        const { access } = subject.store;
        await addLink(subject.store, one, 'link-1', noonMs + hourMs);
        const seat = await access.takeSeat(sampleSeat(one, 'person-1', { joinLinkId: 'link-1' }));
        await expect(access.findSeat(one, 'session-1', noonMs)).resolves.toEqual(seat);
        const token = hash('session-1');
        const inUse = { ...seat, participantId: seat.id, sessionId: 'session-1' };
        await expect(access.findSeatByToken(one, token, noonMs)).resolves.toEqual(inUse);
        await expect(access.findSeatByToken(one, token, noonMs + hourMs)).resolves.toBeNull();
        await expect(access.findSeatByToken(reviewId('two'), token, noonMs)).resolves.toBeNull();
        await expect(access.findSeatByToken(one, hash('nobody'), noonMs)).resolves.toBeNull();
        await expect(access.findSeat(one, 'session-1', noonMs + hourMs)).resolves.toBeNull();
        await expect(access.findSeat(one, 'session-2', noonMs)).resolves.toBeNull();
        await expect(access.findSeat(reviewId('two'), 'session-1', noonMs)).resolves.toBeNull();
        const free = await access.takeSeat(sampleSeat(reviewId('two'), 'person-2'));
        await expect(access.listSeats('session-1')).resolves.toEqual([seat, free]);
        await expect(access.findSeat(reviewId('two'), 'session-1', noonMs + 24 * hourMs)).resolves.toBeNull();
        await access.deleteSession('session-1');
        await expect(access.findSeat(one, 'session-1', noonMs)).resolves.toBeNull();
        await expect(access.findSeatByToken(reviewId('two'), token, noonMs)).resolves.toBeNull();
        const reopened = await subject.reopen();
        await expect(reopened.access.listParticipants(one)).resolves.toEqual([seat]);
      });

      test('[A8] of the seats in use, those are told that are still open, as they are now', async () => {
        const { access } = subject.store;
        for (const link of ['link-1', 'link-2', 'link-3']) await addLink(subject.store, one, link);
        const guest = (number: number) =>
          sampleSeat(one, `person-${number}`, { joinLinkId: `link-${number}`, sessionId: `session-${number}` });
        await addSession(subject.store, 'session-3');
        const seats = await Promise.all([1, 2, 3].map((number) => access.takeSeat(guest(number))));
        const inUse = seats.map(({ id }, index) => ({ participantId: id, sessionId: `session-${index + 1}` }));
        const open = (nowMs = noonMs) => access.openSeats(inUse, nowMs);
        const asUsed = (index: number) => ({ ...seats[index], ...inUse[index] });
        expect(new Set(await open())).toEqual(new Set([asUsed(0), asUsed(1), asUsed(2)]));
        expect(await access.openSeats([{ ...inUse[0]!, sessionId: 'session-2' }], noonMs)).toEqual([]);
        expect(await open(noonMs + hourMs)).toEqual([]);
        await access.revokeJoinLink(one, 'link-1', noonMs);
        await access.deleteSession('session-2');
        await access.takeSeat({ ...guest(3), role: 'observer' });
        expect(await open()).toEqual([{ ...asUsed(2), role: 'observer' }]);
        await expect(access.openSeats([], noonMs)).resolves.toEqual([]);
      });
    });
  });
};
