// Reads the JSON reports of Vitest, of Playwright and of the faults into one pair of numbers.

/**
 * @param report  Vitest's JSON report, or undefined when it left none
 * @param code  its exit code
 */
export function countVitest(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  // A file that could not even be loaded holds no failed test, and must count all the same.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return atLeastOneFailure({ passed: report.numPassedTests, failed: report.numFailedTests + broken }, code);
}

/** @param report  Playwright's JSON report, or undefined when it left none */
export function countPlaywright(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  const counts = atLeastOneFailure({ passed: expected + flaky, failed: unexpected }, code);
  return flaky > 0 && code === 0 ? { ...counts, note: `ok, ${flaky} at the second try` } : counts;
}

/** @param report  what `e2e/faults/run.ts` has counted, or undefined when it left none */
export function countFaults(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  return atLeastOneFailure({ passed: report.passed, failed: report.failed }, code);
}

/** An exit code that says failure is one, even where every single test passed. */
const atLeastOneFailure = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

export const countLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
