import { describe, expect, test } from 'vitest';
import type { FacilitationCommand } from './command.ts';
import { accepted, by, given, ines, latency, maya, minute, now, priya, refusal, states, voteId } from '../test/room.ts';

const talked = given(
  [
    [{ kind: 'pace', pace: 'slower' }, now - 60_000, priya],
    [{ kind: 'begin-round', purpose: 'check-in', question: 'How are you?', order: [priya, maya] }, now - 50_000],
    [{ kind: 'ask-extend', minutes: 5 }, now - 40_000],
    [{ kind: 'answer-extend', yes: true }, now - 30_000, maya],
    [{ kind: 'ready', ready: true }, now - 20_000, priya],
  ],
  states['middle stage'],
);
const moves = [{ kind: 'next' }, { kind: 'back' }, { kind: 'jump', stageIndex: 0 }] as const;

describe('[F17] jump', () => {
  test('leads to any stage, with its whole plan; not to the one that the room is in, and not to one that is none', () => {
    const jumped = accepted(states['middle stage'], { kind: 'jump', stageIndex: 1 });
    expect(jumped).toMatchObject({ stageIndex: 1, timer: { kind: 'running', deadlineMs: now + 8 * minute } });
    expect(refusal(jumped, { kind: 'jump', stageIndex: 1 })).toBe('same-stage');
    for (const stageIndex of [8, 19, 0.5, -1])
      expect(refusal(jumped, { kind: 'jump', stageIndex })).toBe('no-such-stage');
  });
});

describe('[F5] leaving a stage', () => {
  test.each([...moves, { kind: 'end' } as const])(
    '$kind ends its round and its question, and empties the pace',
    (move) => {
      const after = accepted(talked, move);
      expect([after.paceWishes, after.round, after.extendAsked, after.ready]).toEqual([
        undefined,
        undefined,
        undefined,
        [],
      ]);
    },
  );

  test.each(moves)('[F7] $kind, taken back, gives back what it emptied', (move) => {
    const undone = accepted(accepted(talked, move), { kind: 'undo-move' }, by(ines, now + 14_000));
    const { lastAct: _, ...before } = talked;
    expect(undone).toEqual({
      ...before,
      version: talked.version + 2,
      lastMove: null,
      lastAct: { by: ines, kind: 'undo-move', atMs: now + 14_000 },
    });
  });

  test('[F7] what people said in the stage entered goes with it; a round or a question of its own keeps the move', () => {
    const moved = accepted(talked, { kind: 'next' });
    const spoken = accepted(moved, { kind: 'pace', pace: 'faster' }, by(maya));
    expect(accepted(spoken, { kind: 'undo-move' }).paceWishes).toEqual(talked.paceWishes);
    const begun: FacilitationCommand[] = [
      { kind: 'begin-round', purpose: 'round', question: '', order: [ines] },
      { kind: 'ask-extend', minutes: 1 },
    ];
    for (const command of begun)
      expect(refusal(accepted(moved, command), { kind: 'undo-move' })).toBe('nothing-to-undo');
  });

  test.each(moves)(
    '[F27] an open vote stays open over $kind, and so do the dots that come meanwhile when it is undone',
    (move) => {
      const moved = accepted(states['vote open'], move);
      expect(moved.vote).toEqual(states['vote open'].vote);
      const voted = accepted(moved, { kind: 'vote', voteId, cardId: latency, dots: 1 }, by(maya));
      const undone = accepted(voted, { kind: 'undo-move' });
      expect(undone.vote?.voted).toEqual([priya, maya]);
      expect(undone.ballots).toEqual(voted.ballots);
    },
  );
});

describe('[F8] the end', () => {
  test('closes an open vote with what was given', () => {
    const ended = accepted(states['vote open'], { kind: 'end' });
    expect([ended.vote, ended.ballots]).toEqual([undefined, undefined]);
    expect(ended.results).toEqual([
      {
        id: voteId,
        on: 'factors',
        dots: 3,
        anonymous: false,
        closedMs: now,
        voters: 1,
        tallies: [{ cardId: latency, dots: 2, by: [priya] }],
      },
    ]);
  });

  test('leaves nothing that concerns only the meeting, and keeps what was decided and ticked', () => {
    const said = given([[{ kind: 'gather' }, now]], accepted(states['much said'], { kind: 'ask-lead' }, by(maya)));
    const ended = accepted(said, { kind: 'end' });
    for (const field of ['leadAsked', 'gathering', 'locked', 'paceWishes'] as const) {
      expect(said).toHaveProperty(field);
      expect(ended).not.toHaveProperty(field);
    }
    for (const field of ['decisions', 'checks', 'acknowledged', 'opening', 'soak', 'leader'] as const)
      expect(ended[field]).toEqual(said[field]);
  });

  test('[F21] whoever opens it again leads, and its plan is that of the agenda', () => {
    const replanned = accepted(states['middle stage'], { kind: 'reflow' });
    const reopened = accepted(accepted(replanned, { kind: 'end' }), { kind: 'reopen' }, by(maya));
    expect(replanned).toHaveProperty('plan');
    expect(reopened).not.toHaveProperty('plan');
    expect(reopened.leader).toBe(maya);
  });
});
