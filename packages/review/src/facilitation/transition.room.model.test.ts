// Random meetings: lead, plan, rounds, votes, and what is told to whom.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learningReview } from '../templates/built-in.ts';
import { plannedMinutes } from './plan.ts';
import { publicState } from './state.ts';
import { accepted, everybody, meeting, play } from '../test/random-meeting.ts';
import { lobby } from './transition.ts';
import { ballotOf, votesLeft } from './vote.ts';

describe('random meetings in a room of many', () => {
  test('[F25] [F26] ballots stay within the budget, name who has voted, and are told to nobody else', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        for (const { after } of play(steps)) {
          expect(after.ballots === undefined).toBe(after.vote === undefined);
          expect(Object.keys(after.ballots ?? {}).toSorted()).toEqual((after.vote?.voted ?? []).toSorted());
          for (const ballot of Object.values(after.ballots ?? {})) {
            expect(votesLeft(ballot, after.vote?.dots ?? 0)).toBeGreaterThanOrEqual(0);
            expect(Object.values(ballot).every((dots) => dots > 0)).toBe(true);
          }
          const shown = publicState(after);
          expect(Object.keys(shown)).not.toContain('ballots');
          expect(JSON.stringify(shown.vote ?? null)).not.toMatch(/factor-000|__proto__/);
        }
      }),
    );
  });

  test('[F27] a result is the sum of the ballots when the vote closed; an anonymous one names nobody', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        for (const { before, after } of play(steps)) {
          const closed = (after.results ?? []).slice(before.results?.length ?? 0);
          expect(closed.length).toBeLessThanOrEqual(1);
          expect((after.results ?? []).slice(0, before.results?.length ?? 0)).toEqual(before.results ?? []);
          for (const result of closed) {
            expect(result.id).toBe(before.vote?.id);
            const voters = before.vote?.voted ?? [];
            expect(result.voters).toBe(voters.length);
            const given = voters.map((who) => ({ who, ballot: new Map(Object.entries(ballotOf(before, who))) }));
            expect(sum(result.tallies.map(({ dots }) => dots))).toBe(
              sum(given.flatMap(({ ballot }) => [...ballot.values()])),
            );
            for (const { cardId: card, dots, by } of result.tallies) {
              const from = given.filter(({ ballot }) => ballot.has(card));
              expect(dots).toBe(sum(from.map(({ ballot }) => ballot.get(card) ?? 0)));
              expect(by).toEqual(result.anonymous ? undefined : from.map(({ who }) => who));
            }
          }
        }
      }),
    );
  });

  test('[F24] it is always somebody’s turn, and nobody speaks twice or without taking part', () => {
    const observers = everybody.filter(({ role }) => role === 'observer').map(({ participantId }) => participantId);
    fc.assert(
      fc.property(meeting, (steps) => {
        for (const { after } of play(steps)) {
          if (!after.round) continue;
          const { order, turn } = after.round;
          expect(order[turn]).toBeDefined();
          expect(new Set(order).size).toBe(order.length);
          for (const who of [...observers, 'a-stranger']) expect(order).not.toContain(who);
        }
      }),
    );
  });

  test('[F18] [F19] the plan has a minute or more for every stage, and re-flowing moves no stage that is behind', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        for (const { command: given, before, after } of accepted(play(steps))) {
          const minutes = after.stages.map((_, index) => plannedMinutes(after, index));
          expect(minutes.every((length) => Number.isInteger(length) && length >= 1)).toBe(true);
          expect(after.plan?.length ?? after.stages.length).toBe(after.stages.length);
          if (given.kind !== 'reflow') continue;
          for (let index = 0; index <= after.stageIndex; index += 1)
            expect(plannedMinutes(after, index)).toBe(plannedMinutes(before, index));
        }
      }),
    );
  });

  test('[F21] [F22] the lead changes by its own commands only, and every act for all is told by name', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        for (const { command: given, context, before, after } of play(steps)) {
          if (after.status === 'running') expect(after.leader).toBeDefined();
          const moves = ['start', 'reopen', 'hand-over', 'take-lead'];
          if (after.leader !== before.leader) expect(moves).toContain(given.kind);
          if (after.leader !== before.leader && given.kind === 'take-lead' && before.leader !== undefined)
            expect(
              !context.here.includes(before.leader) || context.nowMs - (before.leadAsked?.atMs ?? Infinity) >= 15_000,
            ).toBe(true);
          expect(after.leadAsked?.by).not.toBe(after.leader ?? '');
          if (after.stageIndex !== before.stageIndex || after.status !== before.status)
            expect(after.lastAct).toEqual({ by: context.actor.participantId, kind: given.kind, atMs: context.nowMs });
        }
      }),
    );
  });

  test('[F8] [F23] lists name each person once, and nothing of the room is left in the lobby or after the end', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        for (const { before, after } of play(steps)) {
          const {
            paceWishes: pace = { slower: [], faster: [] },
            extendAsked = { yes: [], no: [] },
            acknowledged = [],
          } = after;
          for (const list of [
            [...pace.slower, ...pace.faster],
            [...extendAsked.yes, ...extendAsked.no],
            acknowledged,
            after.vote?.voted ?? [],
            after.locked ?? [],
            after.decisions?.map(({ id }) => id) ?? [],
          ])
            expect(new Set(list).size).toBe(list.length);
          const room = [
            'paceWishes',
            'round',
            'extendAsked',
            'leadAsked',
            'gathering',
            'locked',
            'vote',
            'ballots',
          ] as const;
          if (after.status !== 'running') expect(room.filter((field) => field in after)).toEqual([]);
          if (after.visits.length !== before.visits.length && after.lastMove !== null)
            expect(['paceWishes', 'round', 'extendAsked'].filter((field) => field in after)).toEqual([]);
        }
      }),
    );
  });

  test('[F1] what is stored and read again is the same meeting', () => {
    fc.assert(
      fc.property(meeting, (steps) => {
        const state = play(steps).at(-1)?.after ?? lobby(learningReview);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
