// How far long work is, in lines for people. Pure but for the clock that is given.

const firstAfterMs = 1_000;
const thenEveryMs = 2_000;

/**
 * @param tell  takes one line, such as `42 MB of 310 MB`.
 * @param nowMs  any clock that never goes back.
 * @returns what to call as often as one likes; work that is done within a second tells nothing.
 */
export const progressLines = (
  tell: (line: string) => void,
  nowMs: () => number = () => performance.now(),
): ((doneBytes: number, totalBytes: number) => void) => {
  let nextMs = nowMs() + firstAfterMs;
  return (doneBytes, totalBytes) => {
    if (nowMs() < nextMs) return;
    nextMs = nowMs() + thenEveryMs;
    tell(`${megabytes(doneBytes)} of ${megabytes(Math.max(doneBytes, totalBytes))}`);
  };
};

const megabytes = (bytes: number): string => `${Math.round(bytes / (1024 * 1024)).toLocaleString('en-GB')} MB`;
