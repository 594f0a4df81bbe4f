// Votes, reactions, rounds and the lead over the channel. Rules: SPEC F20–F28 of packages/review.
import { api, pathOf, type ApiPath } from '@hearth/protocol/http/api';
import type { FacilitationCommand } from '@hearth/review/facilitation/command';
import { leadGraceMs } from '@hearth/review/facilitation/lead';
import type { CardId, ParticipantId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import { eventually } from '../test/eventually.ts';
import { lastView, meetingTests } from '../test/meeting.ts';
import type { Facilitation } from '../test/sockets.ts';

const secretCard = 'factor-that-nobody-may-know' as CardId;
const otherCard = 'factor-0002' as CardId;

const the = meetingTests();
const { enter } = the;
const idOf = (seenBy: Facilitation, wanted: string): ParticipantId => {
  const person = lastView(seenBy).people.find(({ name }) => name === wanted);
  if (!person) throw new Error(`nobody is called ${wanted}`);
  return person.participantId;
};
const accepted = async (who: Facilitation, command: FacilitationCommand): Promise<void> =>
  expect(await who.command(command)).toMatchObject({ ok: true });
/** What an answer that comes back tells: whatever was sent to a connection before it has arrived. */
const settled = async (...all: Facilitation[]): Promise<void> => {
  for (const { socket } of all) await socket.timeout(5_000).emitWithAck('clock');
};

describe('a vote', () => {
  const dots = (voteId: number, cardId: CardId, count: number): FacilitationCommand => ({
    kind: 'vote',
    voteId,
    cardId,
    dots: count,
  });
  const openVote = async (host: Facilitation, anonymous = true): Promise<number> => {
    await accepted(host, { kind: 'start' });
    await accepted(host, { kind: 'open-vote', on: 'factors', dots: 3, anonymous });
    await settled(host);
    return lastView(host).state.vote?.id ?? -1;
  };

  it('[F26] tells each person their own dots, in all of their browsers, and nobody else', async () => {
    const host = await enter(the.owner);
    const mara = await the.hearth.guest(the.reviewId, 'participant', 'Mara');
    const [laptop, phone] = [await enter(mara), await enter(mara)];
    const voteId = await openVote(host);
    await accepted(laptop, dots(voteId, secretCard, 2));
    await accepted(phone, dots(voteId, otherCard, 1));
    await settled(host, laptop, phone);
    const told = [
      { voteId, dots: {} },
      { voteId, dots: { [secretCard]: 2 } },
      { voteId, dots: { [secretCard]: 2, [otherCard]: 1 } },
    ];
    expect([laptop.ballots, phone.ballots]).toEqual([told, told]);
    expect(host.ballots).toEqual([{ voteId, dots: {} }]);
    const reloaded = await enter(mara);
    await settled(reloaded);
    expect(reloaded.ballots).toEqual(told.slice(-1));
    expect(lastView(host).state.vote?.voted).toEqual([idOf(host, 'Mara')]);
    for (const seen of [host, laptop, phone, reloaded]) expect(JSON.stringify(seen.views)).not.toContain(secretCard);
  });

  it('[F26] is found by nothing that one may ask for while it is open, and by no log', async () => {
    const host = await enter(the.owner);
    const voteId = await openVote(host, false);
    await accepted(host, dots(voteId, secretCard, 3));
    await the.owner.ask('POST', api.snapshots, {
      parameters: { reviewId: the.reviewId },
      body: { name: 'While voting' },
    });
    const stored = await the.hearth.store.reviews.find(the.reviewId);
    expect(JSON.stringify(stored?.meeting), 'there is something to find').toContain(secretCard);
    const asked = Object.values(api).filter((path) => /^[^:]*(:reviewId[^:]*)?$/.test(path));
    expect(asked.length).toBeGreaterThan(15);
    const found = [];
    for (const path of [
      ...asked.map((one: ApiPath) => pathOf(one, { reviewId: the.reviewId })),
      '/metrics',
      '/healthz',
    ]) {
      const answer = await the.hearth.app.inject({ url: path, headers: { cookie: the.owner.cookie } });
      if (answer.body.includes(secretCard)) found.push(path);
    }
    expect(found).toEqual([]);
    expect(the.hearth.logged.join('')).not.toContain(secretCard);
  });

  it('[F27] closes with its tallies for everybody; an anonymous one leaves no ballot behind', async () => {
    const [host, mara] = [
      await enter(the.owner),
      await enter(await the.hearth.guest(the.reviewId, 'participant', 'Mara')),
    ];
    const voteId = await openVote(host);
    await accepted(mara, dots(voteId, secretCard, 3));
    await expect(mara.command(dots(voteId, otherCard, 1))).resolves.toMatchObject({ reason: 'no-dots-left' });
    await accepted(host, { kind: 'close-vote', voteId });
    await settled(mara);
    expect(lastView(mara).state.results).toMatchObject([
      { id: voteId, voters: 1, tallies: [{ cardId: secretCard, dots: 3 }] },
    ]);
    expect(lastView(mara).state).not.toHaveProperty('vote');
    const stored = await the.hearth.store.reviews.find(the.reviewId);
    expect(stored?.meeting).not.toHaveProperty('ballots');
    expect(JSON.stringify(stored?.meeting.results)).not.toContain(idOf(host, 'Mara'));
    await expect(mara.command(dots(voteId, otherCard, 1))).resolves.toMatchObject({ reason: 'no-such-vote' });
  });

  it('[F25] takes every dot that is given at once, whatever version was seen', async () => {
    const host = await enter(the.owner);
    const guests = await Promise.all(
      ['Ada', 'Bo', 'Cy', 'Di'].map(async (name) => enter(await the.hearth.guest(the.reviewId, 'participant', name))),
    );
    const voteId = await openVote(host, false);
    const answers = await Promise.all(guests.map((guest) => guest.command(dots(voteId, secretCard, 2), 0)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await accepted(host, { kind: 'close-vote', voteId });
    await settled(host);
    expect(lastView(host).state.results?.[0]?.tallies).toMatchObject([{ cardId: secretCard, dots: 8 }]);
  });
});

describe('a reaction', () => {
  it('is shown to everybody in the room at once, with who it is from', async () => {
    const [host, mara] = [
      await enter(the.owner),
      await enter(await the.hearth.guest(the.reviewId, 'participant', 'Mara')),
    ];
    mara.socket.emit('react', { reaction: 'thanks' });
    await settled(mara, host);
    const shown = [{ participantId: idOf(host, 'Mara'), reaction: 'thanks' }];
    expect([host.reactions, mara.reactions]).toEqual([shown, shown]);
    expect(lastView(host).state.version).toBe(0);
  });

  it('of an observer is nothing, nor is one that nobody knows', async () => {
    const [host, eli] = [await enter(the.owner), await enter(await the.hearth.guest(the.reviewId, 'observer', 'Eli'))];
    eli.socket.emit('react', { reaction: 'agree' });
    for (const message of [{ reaction: 'boo' }, 'agree', null, { reaction: '__proto__' }])
      host.socket.emit('react', message as never);
    await settled(eli, host);
    expect([host.reactions, eli.reactions]).toEqual([[], []]);
    expect([host.socket.connected, eli.socket.connected]).toEqual([true, true]);
  });

  it('too many: the rest is ignored, and commands go on', async () => {
    const host = await enter(the.owner);
    for (let count = 0; count < 40; count += 1) host.socket.emit('react', { reaction: 'celebrate' });
    await settled(host);
    expect(host.reactions).toHaveLength(8);
    await accepted(host, { kind: 'start' });
    the.hearth.clock.advance(2_000);
    for (let count = 0; count < 4; count += 1) host.socket.emit('react', { reaction: 'think' });
    await settled(host);
    expect(host.reactions).toHaveLength(10);
  });
});

describe('the room', () => {
  it('[F28] records who is connected when something is decided', async () => {
    const [host, mara] = [
      await enter(the.owner),
      await enter(await the.hearth.guest(the.reviewId, 'participant', 'Mara')),
    ];
    await enter(await the.hearth.guest(the.reviewId, 'observer', 'Eli'));
    await the.hearth.guest(the.reviewId, 'participant', 'Away');
    await accepted(host, { kind: 'start' });
    await accepted(mara, { kind: 'decide', id: 'decision-0001', text: 'The alarm stays.' });
    await settled(host);
    const [decision] = lastView(host).state.decisions ?? [];
    expect(decision).toMatchObject({ by: idOf(host, 'Mara'), atMs: the.hearth.clock.nowMs() });
    expect(new Set(decision?.present)).toEqual(new Set(['Owner', 'Mara', 'Eli'].map((name) => idOf(host, name))));
  });

  it('[F22] waits for a leader who is here, and not for one who has left', async () => {
    const [host, co] = [
      await enter(the.owner),
      await enter(await the.hearth.guest(the.reviewId, 'co-facilitator', 'Co')),
    ];
    await accepted(host, { kind: 'start' });
    await expect(co.command({ kind: 'take-lead' })).resolves.toMatchObject({ reason: 'lead-not-asked' });
    await accepted(co, { kind: 'ask-lead' });
    await expect(co.command({ kind: 'take-lead' })).resolves.toMatchObject({ reason: 'lead-waits' });
    host.socket.close();
    await eventually(() => expect(lastView(co).people.find(({ name }) => name === 'Owner')?.here).toBe(false));
    // They may only be reloading.
    await expect(co.command({ kind: 'take-lead' })).resolves.toMatchObject({ reason: 'lead-waits' });
    the.hearth.clock.advance(leadGraceMs);
    await accepted(co, { kind: 'take-lead' });
    await settled(co);
    expect(lastView(co).state).toMatchObject({ leader: idOf(co, 'Co'), lastAct: { kind: 'take-lead' } });
  });

  it('[F21] is handed only to somebody who may run it', async () => {
    const host = await enter(the.owner);
    await the.hearth.guest(the.reviewId, 'participant', 'Mara');
    await the.hearth.guest(the.reviewId, 'co-facilitator', 'Co');
    await accepted(host, { kind: 'start' });
    const late = await enter(the.owner);
    await expect(host.command({ kind: 'hand-over', to: idOf(late, 'Mara') })).resolves.toMatchObject({
      code: 'HEARTH_COMMAND_REFUSED',
      reason: 'can-not-lead',
    });
    await accepted(host, { kind: 'hand-over', to: idOf(late, 'Co') });
  });

  it('[F24] goes round everybody who takes part, also where a hundred are named', async () => {
    const host = await enter(the.owner);
    const mara = await enter(await the.hearth.guest(the.reviewId, 'participant', 'Mara'));
    await enter(await the.hearth.guest(the.reviewId, 'observer', 'Eli'));
    await accepted(host, { kind: 'start' });
    await eventually(() => expect(lastView(host).people).toHaveLength(3));
    const everybody = ['Mara', 'Eli', 'Owner'].map((name) => idOf(host, name));
    const strangers = Array.from({ length: 97 }, (_, index) => `${'s'.repeat(37)}${index + 100}` as ParticipantId);
    await accepted(host, {
      kind: 'begin-round',
      purpose: 'check-in',
      question: '',
      order: [...everybody, ...strangers],
    });
    await settled(mara);
    expect(lastView(mara).state.round?.order).toEqual([idOf(host, 'Mara'), idOf(host, 'Owner')]);
    await accepted(mara, { kind: 'end-turn', of: idOf(host, 'Mara') });
    await expect(host.command({ kind: 'end-turn', of: idOf(host, 'Mara') })).resolves.toMatchObject({
      reason: 'turn-over',
    });
  });

  it('[F30] takes an opening statement of any script', async () => {
    const host = await enter(the.owner);
    const text = '障'.repeat(6_000);
    await accepted(host, { kind: 'word-opening', text });
    await settled(host);
    expect(lastView(host).state.opening).toBe(text);
    await expect(host.command({ kind: 'word-opening', text: `${text}害` })).resolves.toMatchObject({
      reason: 'malformed',
    });
  });

  it('[F17] jumps once when two jump together', async () => {
    const [host, co] = [await enter(the.owner), await enter(await the.hearth.guest(the.reviewId, 'co-facilitator'))];
    await accepted(host, { kind: 'start' });
    const answers = await Promise.all([
      host.command({ kind: 'jump', stageIndex: 4 }, 1),
      co.command({ kind: 'jump', stageIndex: 5 }, 1),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: 'stale-version' });
  });
});
