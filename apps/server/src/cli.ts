// `pnpm hearth …`: prints what a command gives, or its mistake in one line on stderr with exit code 2; 1 when it
// could not be done.
import { runCommand } from './command-line.ts';

const outcome = await runCommand(process.argv.slice(2), process.stdin, process.env);
if (outcome.ok) {
  process.stdout.write(outcome.output);
} else {
  process.stderr.write(
    [`hearth: ${outcome.problem}`, ...outcome.choices.map((choice) => `  ${choice}`), ''].join('\n'),
  );
  process.exitCode = outcome.exitCode;
}
