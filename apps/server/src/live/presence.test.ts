// SPEC N5, N5a of ../scaling.
import { leadGraceMs } from '@hearth/review/facilitation/lead';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import { FakeClock } from '@hearth/sync/test/fake-clock';
import { describe, expect, it } from 'vitest';
import type { NodeMessage, OtherNodes } from './other-nodes.ts';
import { Presence } from './presence.ts';

const room = 'review-1' as ReviewId;
const [ada, bo] = ['ada', 'bo'] as [ParticipantId, ParticipantId];

/** Nodes that hear each other at once, unless the wire is cut. */
const setUp = () => {
  const clock = new FakeClock();
  const wire = { cut: false };
  const listeners: ((message: NodeMessage, from: string) => void)[] = [];
  const returns: (() => void)[] = [];
  const node = (name: string) => {
    const own: typeof listeners = [];
    let killed = false;
    listeners.push((message, from) => {
      if (from !== name && !wire.cut) for (const listener of own) listener(message, from);
    });
    const nodes: OtherNodes = {
      tell: (message) => {
        if (killed) return;
        for (const listener of listeners) listener(message, name);
      },
      onMessage: (listener) => own.push(listener),
      get reachable() {
        return !wire.cut;
      },
      onReturn: (listener) => returns.push(listener),
    };
    const told: ReviewId[] = [];
    const kill = (): void => {
      killed = true;
    };
    return { presence: new Presence(nodes, (reviewId) => told.push(reviewId), clock), told, kill };
  };
  const mend = (): void => {
    wire.cut = false;
    for (const listener of returns) listener();
  };
  return { clock, wire, mend, node };
};

describe('[N5] who is here', () => {
  it('is whoever has a browser on any node, until the last one closes', () => {
    const { node } = setUp();
    const [one, two] = [node('one'), node('two')];
    expect(one.presence.enter(room, ada)).toBe(true);
    expect(one.presence.enter(room, ada)).toBe(false);
    expect(two.presence.enter(room, ada)).toBe(false);
    expect(one.presence.leave(room, ada)).toBe(false);
    expect(one.presence.leave(room, ada)).toBe(false);
    expect(two.presence.enter(room, bo)).toBe(true);
    for (const { presence } of [one, two]) expect(presence.peopleIn(room).toSorted()).toEqual([ada, bo]);
    expect(two.presence.leave(room, bo)).toBe(true);
    for (const { presence } of [one, two]) expect(presence.peopleIn(room)).toEqual([ada]);
    expect(one.presence.isHere(room, ada)).toBe(true);
    expect(one.presence.isEmpty(room)).toBe(false);
    expect(two.presence.leave(room, ada)).toBe(true);
    for (const { presence } of [one, two]) {
      expect(presence.isHere(room, ada)).toBe(false);
      expect(presence.isEmpty(room)).toBe(true);
    }
  });

  it('is told once when it changes elsewhere, not at every heartbeat', async () => {
    const { clock, node } = setUp();
    const [one, two] = [node('one'), node('two')];
    one.presence.enter(room, ada);
    one.presence.enter(room, ada);
    expect(two.told).toEqual([room]);
    await clock.pass(2_000);
    await clock.pass(2_000);
    expect(two.told).toEqual([room]);
    one.presence.close();
    expect(two.told).toEqual([room, room]);
    expect(two.presence.isEmpty(room)).toBe(true);
  });

  it('is known at once to a node that has just started', () => {
    const { node } = setUp();
    node('one').presence.enter(room, ada);
    const late = node('late').presence;
    late.enter(room, bo);
    expect(late.isHere(room, ada)).toBe(true);
  });

  it('ends with the node that falls silent, seven seconds after its last word', async () => {
    const { clock, node } = setUp();
    const [one, two] = [node('one'), node('two')];
    one.presence.enter(room, ada);
    two.presence.enter(room, bo);
    one.kill();
    for (const passedMs of [2_000, 4_000, 6_000]) {
      await clock.pass(2_000);
      expect([passedMs, two.presence.isHere(room, ada)]).toEqual([passedMs, true]);
    }
    await clock.pass(2_000);
    expect(two.presence.isHere(room, ada)).toBe(false);
    expect(two.told).toEqual([room, room]);
    expect(two.presence.isHere(room, bo)).toBe(true);
  });

  it('stays as it was while no word gets through, and is put right afterwards', async () => {
    const { clock, wire, mend, node } = setUp();
    const [one, two] = [node('one'), node('two')];
    one.presence.enter(room, ada);
    wire.cut = true;
    for (let second = 0; second < 60; second += 2) await clock.pass(2_000);
    expect(two.presence.isHere(room, ada)).toBe(true);
    one.presence.leave(room, ada);
    one.presence.enter(room, bo);
    expect(two.presence.isHere(room, ada)).toBe(true);
    mend();
    expect(two.presence.isHere(room, ada)).toBe(false);
    expect(two.presence.isHere(room, bo)).toBe(true);
  });
});

describe('[N5a] who was here a moment ago', () => {
  /** Two nodes that have run for a while. */
  const settled = async () => {
    const nodes = setUp();
    const [one, two] = [nodes.node('one'), nodes.node('two')];
    for (let passedMs = 0; passedMs < leadGraceMs; passedMs += 2_000) await nodes.clock.pass(2_000);
    return { ...nodes, one: one.presence, two: two.presence, kill: one.kill };
  };

  it('is known on every node, until the grace is over or they are back', async () => {
    const { clock, one, two } = await settled();
    one.enter(room, ada);
    one.enter(room, bo);
    for (const presence of [one, two]) expect(presence.hasJustLeft(room, ada)).toBe(false);
    one.leave(room, ada);
    one.leave(room, bo);
    for (const presence of [one, two]) {
      expect(presence.isHere(room, ada)).toBe(false);
      expect(presence.hasJustLeft(room, ada)).toBe(true);
      expect(presence.hasJustLeft('review-2' as ReviewId, ada)).toBe(false);
    }
    two.enter(room, ada);
    for (const presence of [one, two]) expect(presence.hasJustLeft(room, ada)).toBe(false);
    await clock.pass(leadGraceMs - 1);
    for (const presence of [one, two]) expect(presence.hasJustLeft(room, bo)).toBe(true);
    await clock.pass(1);
    for (const presence of [one, two]) expect(presence.hasJustLeft(room, bo)).toBe(false);
  });

  it('counts from their last browser, on whichever node', async () => {
    const { clock, one, two } = await settled();
    one.enter(room, ada);
    two.enter(room, ada);
    one.leave(room, ada);
    await clock.pass(leadGraceMs);
    two.leave(room, ada);
    for (const presence of [one, two]) expect(presence.hasJustLeft(room, ada)).toBe(true);
  });

  it('is whoever was on a node that stops; of one that fell silent, since its last word', async () => {
    const stopped = await settled();
    stopped.one.enter(room, ada);
    stopped.one.close();
    expect(stopped.two.hasJustLeft(room, ada)).toBe(true);

    const { clock, one, two, kill } = await settled();
    one.enter(room, ada);
    kill();
    while (two.isHere(room, ada)) await clock.pass(2_000);
    expect(two.hasJustLeft(room, ada)).toBe(false);
  });

  it('may be anybody, for a node that has just started', async () => {
    const { clock, node } = setUp();
    const { presence } = node('one');
    expect(presence.hasJustLeft(room, ada)).toBe(true);
    await clock.pass(leadGraceMs);
    expect(presence.hasJustLeft(room, ada)).toBe(false);
  });
});
