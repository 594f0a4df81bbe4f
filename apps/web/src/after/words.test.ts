import type { RecordBody } from '@hearth/protocol/http/record';
import type { StageId } from '@hearth/review/ids';
import { expect, test } from 'vitest';
import { actionWords, hintWords, meetingWords, participationWords, stageNote, sumWords, usedWords } from './words.ts';

const noonMs = Date.UTC(2026, 10, 20, 12);
const minute = 60_000;
const perspectives = { stageId: 'perspectives' as StageId, name: 'Perspectives' };
const stage: RecordBody['stages'][number] = {
  ...perspectives,
  plannedMinutes: 12,
  replannedMinutes: null,
  usedMs: 12 * minute,
  visits: 1,
  outcome: 'held',
  written: 4,
};
const record: RecordBody = {
  beganAt: noonMs,
  endedAt: noonMs + 64 * minute,
  reopened: 0,
  plannedMinutes: 60,
  usedMs: 64 * minute,
  stages: [stage],
  people: 5,
  wrote: 4,
  unnamed: 0,
  votes: 0,
  decisions: 0,
  agenda: null,
  hints: [],
};

test('[E2] fewer than three answers are a count, with when more will be told', () => {
  expect(sumWords({ given: 0, shown: 0 })).toBe('Nobody has answered yet.');
  expect(sumWords({ given: 1, shown: 0 })).toBe('One answer so far; shown from three on.');
  expect(sumWords({ given: 2, shown: 0 })).toBe('Two answers so far; shown from three on.');
  expect(sumWords({ given: 3, shown: 3 })).toBe('Three answers.');
  expect(sumWords({ given: 12, shown: 12 })).toBe('Twelve answers.');
  expect(sumWords({ given: 13, shown: 13 })).toBe('13 answers.');
  expect(sumWords({ given: 4, shown: 3 })).toMatch(
    /^Four answers, of which three are summed up\. The other joins when/,
  );
  expect(sumWords({ given: 5, shown: 3 })).toMatch(
    /^Five answers, of which three are summed up\. The others join when/,
  );
});

test('[M6] a hint says what it saw and what to plan', () => {
  const hint = { kind: 'minutes', ...perspectives, plannedMinutes: 12, usedMinutes: 18, minutes: 15 } as const;
  expect(hintWords({ ...hint, meetings: 3 })).toBe(
    'Perspectives took 18 of 12 minutes in the last three meetings: plan 15.',
  );
  expect(hintWords({ ...hint, meetings: 1 })).toBe('Perspectives took 18 of 12 minutes: plan 15.');
  expect(hintWords({ kind: 'skipped', ...perspectives, meetings: 2 })).toBe(
    'Perspectives was skipped in the last two meetings: does this agenda need it?',
  );
});

test('[M1] a stage is told by what was not as planned', () => {
  expect(stageNote(stage)).toBe('');
  expect(stageNote({ ...stage, usedMs: 15 * minute, visits: 2 })).toBe('3 over, 2 visits');
  expect(stageNote({ ...stage, replannedMinutes: 8 })).toBe('replanned to 8');
  expect(stageNote({ ...stage, outcome: 'skipped', usedMs: 5_000 })).toBe('skipped');
  expect(stageNote({ ...stage, outcome: 'not-reached', usedMs: 0, visits: 0 })).toBe('not reached');
  expect([0, 20_000, 89_000, 90_000].map(usedWords)).toEqual(['0', '< 1', '1', '2']);
});

test('[M3] when it was, in the zone of the incident', () => {
  expect(meetingWords(record, 'Europe/London')).toBe(
    'Friday 20 November 2026, 12:00 to 13:04. 1 hour 4 minutes in the stages, 1 hour planned.',
  );
  expect(meetingWords({ ...record, reopened: 2, endedAt: null }, 'UTC')).toBe(
    'Friday 20 November 2026, from 12:00 on. 1 hour 4 minutes in the stages, 1 hour planned. Opened again 2 times.',
  );
  expect(meetingWords({ ...record, beganAt: null }, 'UTC')).toBe('The meeting has not begun.');
});

test('[M5] participation is counts, and names nobody', () => {
  expect(participationWords(record)).toBe('4 of 5 people who may write did so under their name.');
  expect(participationWords({ ...record, unnamed: 1, votes: 1, decisions: 2 })).toBe(
    '4 of 5 people who may write did so under their name. 1 thing was written without a name. 1 vote, 2 decisions.',
  );
});

test('[M5] where nobody wrote under a name, nothing is said of it', () => {
  expect(participationWords({ ...record, wrote: 0 })).toBe('');
});

test('what becomes of the actions', () => {
  const none = { proposed: 0, confirmed: 0, soakUntil: null };
  expect(actionWords(none, 'UTC')).toMatch(/^No action was written down\. That is fine/);
  expect(actionWords({ ...none, proposed: 1 }, 'UTC')).toBe('1 proposed action waits to be confirmed in the room.');
  expect(actionWords({ proposed: 2, confirmed: 3, soakUntil: noonMs }, 'UTC')).toBe(
    '3 actions are confirmed and followed up. 2 proposed actions wait to be confirmed in the room, from Friday 20 November, 12:00 on. Until then: sleep on them.',
  );
});
