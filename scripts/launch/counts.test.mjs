import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFaults, countLine, countPlaywright, countVitest } from './counts.mjs';

const file = (...statuses) => ({
  status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
});

test('unit tests are counted', () => {
  const report = { numPassedTests: 7, numFailedTests: 1, testResults: [file('passed', 'failed'), file('passed')] };
  assert.deepEqual(countVitest(report, 1), { passed: 7, failed: 1 });
});

test('a file that cannot be loaded counts as a failure', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, testResults: [file('passed'), file()] };
  assert.deepEqual(countVitest(report, 1), { passed: 7, failed: 1 });
});

test('a failing exit code without a failed test counts as a failure', () => {
  assert.deepEqual(countVitest({ numPassedTests: 7, numFailedTests: 0, testResults: [] }, 1), { passed: 7, failed: 1 });
});

test('no report is a failure, whatever the exit code', () => {
  assert.deepEqual(countVitest(undefined, 0), { passed: 0, failed: 1 });
  assert.deepEqual(countPlaywright(undefined, 0), { passed: 0, failed: 1 });
  assert.deepEqual(countFaults(undefined, 0), { passed: 0, failed: 1 });
});

test('a journey that passed at its second try has passed, and that is told; a skipped one is neither', () => {
  const stats = { expected: 3, flaky: 1, unexpected: 0, skipped: 2 };
  assert.deepEqual(countPlaywright({ stats }, 0), { passed: 4, failed: 0, note: 'ok, 1 at the second try' });
  const all = { expected: 3, flaky: 0, unexpected: 0, skipped: 2 };
  assert.deepEqual(countPlaywright({ stats: all }, 0), { passed: 3, failed: 0 });
});

test('faults count as they were judged; one that could not be played here is neither', () => {
  assert.deepEqual(countFaults({ passed: 9, failed: 0, skipped: 2 }, 0), { passed: 9, failed: 0 });
  assert.deepEqual(countFaults({ passed: 9, failed: 0, skipped: 2 }, 1), { passed: 9, failed: 1 });
});

test('the last line is two numbers', () => {
  assert.equal(countLine({ passed: 412, failed: 0 }), '412 passed, 0 failed');
});
