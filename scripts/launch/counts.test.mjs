import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFaults, countLine, countPlaywright, countVitest } from './counts.mjs';

const file = (...statuses) => ({
  name: 'a.test.ts',
  status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
  message: 'no such module\n  at a.test.ts:1',
  assertionResults: statuses.map((status) => ({
    status,
    fullName: `it ${status}`,
    failureMessages: status === 'failed' ? ['1 is not 2\n  at a.test.ts:7'] : [],
  })),
});

test('unit tests are counted', () => {
  const report = { numPassedTests: 7, numFailedTests: 1, testResults: [file('passed', 'failed'), file('passed')] };
  assert.deepEqual(countVitest(report, 1), { passed: 7, failed: 1, failures: ['a.test.ts: it failed: 1 is not 2'] });
});

test('a file that cannot be loaded counts as a failure', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, testResults: [file('passed'), file()] };
  assert.deepEqual(countVitest(report, 1), { passed: 7, failed: 1, failures: ['a.test.ts: no such module'] });
});

test('a failing exit code without a failed test counts as a failure', () => {
  assert.deepEqual(countVitest({ numPassedTests: 7, numFailedTests: 0, testResults: [] }, 1), { passed: 7, failed: 1 });
});

test('a test that passed at its second try has passed, and is named with what went wrong at the first', () => {
  const late = { status: 'passed', fullName: 'it is slow', failureMessages: ['not yet\n  at b.test.ts:3'] };
  const files = [file('passed'), { name: 'b.test.ts', status: 'passed', message: '', assertionResults: [late] }];
  assert.deepEqual(countVitest({ numPassedTests: 2, numFailedTests: 0, testResults: files }, 0), {
    passed: 2,
    failed: 0,
    secondTries: ['b.test.ts: it is slow: not yet'],
    note: 'ok, 1 at the second try',
  });
});

test('no report is a failure, whatever the exit code', () => {
  assert.deepEqual(countVitest(undefined, 0), { passed: 0, failed: 1 });
  assert.deepEqual(countPlaywright(undefined, 0), { passed: 0, failed: 1 });
  assert.deepEqual(countFaults(undefined, 0), { passed: 0, failed: 1 });
});

test('a journey that passed at its second try has passed, and that is told; a skipped one is neither', () => {
  const journey = (title, status) => ({ title, file: 'j.spec.ts', tests: [{ status }] });
  const suites = [{ specs: [journey('a', 'expected')], suites: [{ specs: [journey('b', 'flaky')] }] }];
  assert.deepEqual(countPlaywright({ stats: { expected: 3, flaky: 1, unexpected: 0, skipped: 2 }, suites }, 0), {
    passed: 4,
    failed: 0,
    secondTries: ['j.spec.ts: b'],
    note: 'ok, 1 at the second try',
  });
  const all = { expected: 3, flaky: 0, unexpected: 0, skipped: 2 };
  assert.deepEqual(countPlaywright({ stats: all, suites: [] }, 0), { passed: 3, failed: 0 });
});

test('a journey that failed is named', () => {
  const suites = [{ specs: [{ title: 'a', file: 'j.spec.ts', tests: [{ status: 'unexpected' }] }] }];
  assert.deepEqual(countPlaywright({ stats: { expected: 3, flaky: 0, unexpected: 1, skipped: 0 }, suites }, 1), {
    passed: 3,
    failed: 1,
    failures: ['j.spec.ts: a'],
  });
});

test('faults count as they were judged; one that could not be played here is neither', () => {
  assert.deepEqual(countFaults({ passed: 9, failed: 0, skipped: 2 }, 0), { passed: 9, failed: 0 });
  assert.deepEqual(countFaults({ passed: 9, failed: 0, skipped: 2 }, 1), { passed: 9, failed: 1 });
});

test('the last line is two numbers', () => {
  assert.equal(countLine({ passed: 412, failed: 0 }), '412 passed, 0 failed');
});
