import { describe, expect, test } from 'vitest';
import { leadAnswerMs } from './lead.ts';
import { accepted, by, ines, maya, now, olga, priya, refusal, states, tom } from '../test/room.ts';

const meeting = states['middle stage'];
const asked = accepted(meeting, { kind: 'ask-lead' }, by(maya));
const alone = (who: typeof maya, nowMs = now) => ({ ...by(who, nowMs), here: [who] });

describe('[F21] the lead', () => {
  test('is with whoever starts', () => {
    expect(accepted(states.lobby, { kind: 'start' }, by(maya)).leader).toBe(maya);
    expect(states.lobby).not.toHaveProperty('leader');
  });

  test('is handed over by who has it, to somebody who may run a meeting', () => {
    expect(accepted(meeting, { kind: 'hand-over', to: maya }).leader).toBe(maya);
    expect(refusal(meeting, { kind: 'hand-over', to: maya }, by(maya))).toBe('not-leading');
    expect(refusal(meeting, { kind: 'hand-over', to: ines })).toBe('already-leading');
    for (const to of [priya, tom, olga, 'somebody-else' as typeof maya])
      expect(refusal(meeting, { kind: 'hand-over', to })).toBe('can-not-lead');
  });

  test('is asked for, and declined or handed over: both answer it', () => {
    expect(asked.leadAsked).toEqual({ by: maya, atMs: now });
    expect(asked.leader).toBe(ines);
    expect(accepted(asked, { kind: 'keep-lead' })).toMatchObject({ leader: ines });
    expect(accepted(asked, { kind: 'keep-lead' })).not.toHaveProperty('leadAsked');
    const handed = accepted(asked, { kind: 'hand-over', to: maya });
    expect(handed.leader).toBe(maya);
    expect(handed).not.toHaveProperty('leadAsked');
    expect(refusal(meeting, { kind: 'ask-lead' })).toBe('already-leading');
  });

  test('whoever asked may think better of it; a third can answer for neither', () => {
    expect(accepted(asked, { kind: 'keep-lead' }, by(maya))).not.toHaveProperty('leadAsked');
    expect(refusal(asked, { kind: 'keep-lead' }, by(tom, now, 'co-facilitator'))).toBe('not-leading');
  });
});

describe('[F22] no silent seizure', () => {
  test('who is here has fifteen seconds to answer', () => {
    expect(refusal(meeting, { kind: 'take-lead' }, by(maya))).toBe('lead-not-asked');
    expect(refusal(asked, { kind: 'take-lead' }, by(maya, now + leadAnswerMs - 1))).toBe('lead-waits');
    const taken = accepted(asked, { kind: 'take-lead' }, by(maya, now + leadAnswerMs));
    expect(taken).toMatchObject({ leader: maya, lastAct: { by: maya, kind: 'take-lead' } });
    expect(taken).not.toHaveProperty('leadAsked');
    expect(refusal(asked, { kind: 'take-lead' }, by(tom, now + 60_000, 'co-facilitator'))).toBe('lead-not-asked');
  });

  test('who declined is asked anew, and has as long again', () => {
    const declined = accepted(asked, { kind: 'keep-lead' }, by(ines, now + 1_000));
    expect(refusal(declined, { kind: 'take-lead' }, by(maya, now + 60_000))).toBe('lead-not-asked');
    const again = accepted(declined, { kind: 'ask-lead' }, by(maya, now + 60_000));
    expect(refusal(again, { kind: 'take-lead' }, by(maya, now + 61_000))).toBe('lead-waits');
  });

  test('who is not here is not waited for, and who leads already takes nothing', () => {
    expect(accepted(meeting, { kind: 'take-lead' }, alone(maya)).leader).toBe(maya);
    expect(accepted(asked, { kind: 'take-lead' }, alone(maya)).leader).toBe(maya);
    expect(refusal(meeting, { kind: 'take-lead' })).toBe('already-leading');
  });

  test('who was here a moment ago may only be reloading, and is waited for all the same', () => {
    const reloads = (nowMs = now) => ({ ...alone(maya, nowMs), justLeft: [ines] });
    expect(refusal(meeting, { kind: 'take-lead' }, reloads())).toBe('lead-not-asked');
    expect(refusal(asked, { kind: 'take-lead' }, reloads(now + leadAnswerMs - 1))).toBe('lead-waits');
    expect(accepted(asked, { kind: 'take-lead' }, reloads(now + leadAnswerMs)).leader).toBe(maya);
    const another = { ...alone(maya), justLeft: [priya] };
    expect(accepted(meeting, { kind: 'take-lead' }, another).leader).toBe(maya);
  });

  test('one asks at a time, as long as they are here', () => {
    const other = by(tom, now + 1_000, 'co-facilitator');
    expect(refusal(asked, { kind: 'ask-lead' }, other)).toBe('lead-asked');
    const gone = { ...other, here: [ines, tom] };
    expect(accepted(asked, { kind: 'ask-lead' }, gone).leadAsked).toEqual({ by: tom, atMs: now + 1_000 });
  });

  test('a meeting from before there was a lead is led by who asks for it or is handed it', () => {
    const { leader: _, ...older } = meeting;
    expect(accepted(older, { kind: 'take-lead' }, by(maya)).leader).toBe(maya);
    expect(accepted(older, { kind: 'hand-over', to: ines }, by(maya)).leader).toBe(ines);
    expect(accepted(older, { kind: 'next' }, by(maya))).toMatchObject({ lastAct: { by: maya, kind: 'next' } });
  });
});

describe('[F22] every act for all is told by name', () => {
  test('and what people say for themselves is not', () => {
    expect(accepted(meeting, { kind: 'next' }, by(maya, now + 5)).lastAct).toEqual({
      by: maya,
      kind: 'next',
      atMs: now + 5,
    });
    for (const command of [
      { kind: 'hand', raised: true },
      { kind: 'pace', pace: 'slower' },
      { kind: 'acknowledge' },
      { kind: 'check', item: 'reminder', done: true },
      { kind: 'decide', id: 'decision-0009', text: 'Yes.' },
    ] as const)
      expect(accepted(meeting, command).lastAct).toEqual(meeting.lastAct);
  });

  test('nor what changed nothing', () => {
    const locked = accepted(meeting, { kind: 'lock-zone', zone: 'factors', locked: true });
    expect(accepted(locked, { kind: 'lock-zone', zone: 'factors', locked: true }, by(maya, now + 9))).toBe(locked);
  });

  test('what somebody does in another’s place is', () => {
    const round = states['round under way'];
    expect(accepted(round, { kind: 'end-turn', of: priya }, by(priya)).lastAct).toEqual(round.lastAct);
    expect(accepted(round, { kind: 'end-turn', of: priya }, by(maya)).lastAct).toMatchObject({ by: maya });
    const decided = states['much said'];
    const withdraw = { kind: 'withdraw-decision', id: 'decision-0001' } as const;
    expect(accepted(decided, withdraw, by(priya)).lastAct).toEqual(decided.lastAct);
    expect(accepted(decided, withdraw).lastAct).toMatchObject({ by: ines, kind: 'withdraw-decision' });
  });
});
