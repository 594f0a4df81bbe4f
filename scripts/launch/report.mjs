// What the launcher says: short lines with the seconds since it began.

const begun = Date.now();
let stream = process.stdout;

// A reader that went away (a closed pipe) must not turn a clean stop into a crash.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {});

/** A failure that the reader can mend: its message is one line that says what to do. */
export class LaunchError extends Error {}

/** From now on, lines go to stderr, so that stdout holds only what the command itself prints. */
export function keepStdoutClean() {
  stream = process.stderr;
}

export function say(text) {
  stream.write(`hearth +${((Date.now() - begun) / 1000).toFixed(1)}s  ${text}\n`);
}

/** Prints lines as they are, beside what `say` prints. */
export function print(...lines) {
  stream.write(`${lines.join('\n')}\n`);
}

export function complain(text) {
  process.stderr.write(`hearth: ${text}\n`);
}
