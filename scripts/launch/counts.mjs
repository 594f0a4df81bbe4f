// Reads the JSON reports of Vitest, of Playwright and of the faults into one pair of numbers.
import path from 'node:path';
import { root } from './environment.mjs';

/**
 * @param report  Vitest's JSON report, or undefined when it left none
 * @param code  its exit code
 */
export function countVitest(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file: inSources(name) })),
  );
  const failures = tests.filter(({ status }) => status === 'failed').map(named);
  // A file that could not even be loaded holds no failed test, and must count all the same.
  for (const { status, name, message, assertionResults } of report.testResults) {
    if (status !== 'failed' || assertionResults.some((test) => test.status === 'failed')) continue;
    failures.push(`${inSources(name)}: ${firstLine(message)}`);
  }
  const counts = atLeastOneFailure({ passed: report.numPassedTests, failed: failures.length }, code);
  // What went wrong at the first try stays with a test that passed at the second.
  return withTries(counts, code, {
    failures,
    secondTries: tests
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages?.length)
      .map(named),
  });
}

/** @param report  Playwright's JSON report, or undefined when it left none */
export function countPlaywright(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  const counts = atLeastOneFailure({ passed: expected + flaky, failed: unexpected }, code);
  const journeys = specsOf(report.suites ?? []);
  const withStatus = (status) =>
    journeys
      .filter(({ tests }) => tests.some((test) => test.status === status))
      .map((spec) => `${spec.file}: ${spec.title}`);
  return withTries(counts, code, { failures: withStatus('unexpected'), secondTries: withStatus('flaky') });
}

/** @param report  what `e2e/faults/run.ts` has counted, or undefined when it left none */
export function countFaults(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  return atLeastOneFailure({ passed: report.passed, failed: report.failed }, code);
}

/** An exit code that says failure is one, even where every single test passed. */
const atLeastOneFailure = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

/** Names of what failed, and of what passed only at its second try, kept for the end of a long run. */
const withTries = (counts, code, { failures, secondTries }) => ({
  ...counts,
  ...(failures.length > 0 && { failures }),
  ...(secondTries.length > 0 && { secondTries }),
  ...(secondTries.length > 0 && code === 0 && { note: `ok, ${secondTries.length} at the second try` }),
});

const named = ({ file, fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages?.[0])}`;

const inSources = (file) => path.relative(root, path.resolve(root, file));

const firstLine = (text) => (text ?? '').split('\n', 1)[0];

const specsOf = (suites) => suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])]);

export const countLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
