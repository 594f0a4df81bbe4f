// The commands of `hearth`: some read documents with the same rules as the application and give JSON, for scripts; some
// look after the data folder.
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { extractActions } from '@hearth/learning/action-items/extract';
import { parseTimeline, type TimelineFormat } from '@hearth/learning/timeline/parse';
import { parseZone } from '@hearth/learning/timeline/zone';
import { timelineFormats } from '@hearth/protocol/http/timeline';
import { backupTo, restoreFrom } from './backup-commands.ts';
import { CommandProblem, Misuse } from './command-problem.ts';
import type { Variables } from './data-place.ts';
import { exportReview } from './export-command.ts';
import { languageCheck } from './language-command.ts';
import { newOwnerLink } from './owner-link-command.ts';

const usage = `Usage:
  hearth timeline parse FILE [--date YYYY-MM-DD] [--zone ZONE] [--format ${timelineFormats.join('|')}]
      Prints a JSON array of { time, at, precision, text }; at is ISO UTC or null.
      --date   day of the first entry, where the text names none
      --zone   zone of times that name none, such as Europe/London or +02:00
      --format how to read it; guessed unless told
  hearth actions extract FILE [--today YYYY-MM-DD]
      Prints a JSON array of { text, owner, due, priority, ticket, status, source }.
      --today  day that "next Friday" counts from
  hearth language check FILE
      Prints a line of JSON for each sentence that judges people or tells what might have been:
      { sentence, start, end, indicator, reframe }; start and end count UTF-16 units.
  hearth backup FILE [--force]
      Writes everything into one file, also while the server runs.
      --force  replace FILE if it is there
  hearth restore FILE [--force]
      Puts a backup in the place of the data, while no server runs. Files in HEARTH_DATA are kept beside it.
      --force  replace what is in PostgreSQL
  hearth export REVIEW [FILE] [--force]
      Writes all of one review into one JSON file, also while the server runs.
      REVIEW   its id, or how the incident's title or reference begins
      FILE     called by the title where it is left out; - prints it
      --force  replace FILE if it is there
  hearth owner-link
      Prints a new one-time link for the owner to sign in by; the unused one before it ends.

To read, FILE may be - for standard input. The data lie in HEARTH_DATA or DATABASE_URL, as the server's.
`;

export type CommandOutcome =
  | { ok: true; output: string }
  /** `choices`: what there is to choose from, a line each. */
  | { ok: false; problem: string; choices: readonly string[]; exitCode: 1 | 2 };

/**
 * @param words  the arguments, without node and script
 * @param input  what `-` reads
 * @param variables  the environment
 * @param tell  takes a line now and then while it takes long
 * @returns what to print; or the mistake in one line, with nothing printed.
 */
export const runCommand = async (
  words: string[],
  input: Readable,
  variables: Variables,
  tell: (line: string) => void = () => undefined,
): Promise<CommandOutcome> => {
  try {
    return { ok: true, output: await run(words, input, variables, tell) };
  } catch (error) {
    if (error instanceof CommandProblem)
      return {
        ok: false,
        problem: error.message.replaceAll('\n', ' '),
        choices: error.choices,
        exitCode: error.exitCode,
      };
    throw error;
  }
};

const run = async (
  words: string[],
  input: Readable,
  variables: Variables,
  tell: (line: string) => void,
): Promise<string> => {
  const [subject, verb, ...rest] = words;
  if (words.includes('--help') || words.includes('-h') || subject === 'help') return usage;
  if (subject === 'backup' || subject === 'restore') {
    const given = words.slice(1).filter((word) => word !== '--force');
    const work = subject === 'backup' ? backupTo : restoreFrom;
    return work(argumentsOf(given, {}).file, words.includes('--force'), variables, tell);
  }
  if (subject === 'owner-link') {
    if (words.length > 1) throw new Misuse('owner-link takes nothing more; see hearth --help');
    return newOwnerLink(variables);
  }
  if (subject === 'export') return exportReview(words.slice(1), variables);
  switch (`${subject ?? ''} ${verb ?? ''}`) {
    case 'timeline parse':
      return timelineParse(rest, input);
    case 'actions extract':
      return actionsExtract(rest, input);
    case 'language check':
      return languageCheck(rest, input);
    default:
      throw new Misuse(
        subject === undefined ? 'no command given; see hearth --help' : `unknown command; see hearth --help`,
      );
  }
};

const timelineParse = async (words: string[], input: Readable): Promise<string> => {
  const { file, values } = argumentsOf(words, {
    date: { type: 'string' },
    zone: { type: 'string' },
    format: { type: 'string' },
  });
  const date = dayGiven(values['date'], '--date');
  const { zone, format } = values;
  if (zone !== undefined && !parseZone(zone))
    throw new Misuse(`--zone: nobody knows the zone "${zone}"; write one such as Europe/London or +02:00`);
  const parsed = parseTimeline(await read(file, input), {
    ...(date === undefined ? {} : { date }),
    ...(zone === undefined ? {} : { zone }),
    ...(format === undefined ? {} : { format: formatGiven(format) }),
  });
  if (!parsed.ok && parsed.reason !== 'no-rows') throw new Misuse(`${file}: ${parsed.advice}`);
  const rows = parsed.ok ? parsed.rows : [];
  return json(rows.map(({ time, at, precision, text: told }) => ({ time, at, precision, text: told })));
};

const actionsExtract = async (words: string[], input: Readable): Promise<string> => {
  const { file, values } = argumentsOf(words, { today: { type: 'string' } });
  const today = dayGiven(values['today'], '--today');
  const actions = extractActions(await read(file, input), today === undefined ? {} : { today });
  return json(
    actions.map(({ text: told, owner, due, priority, ticket, status, source }) => ({
      text: told,
      owner,
      due,
      priority,
      ticket,
      status,
      source,
    })),
  );
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const argumentsOf = (
  words: string[],
  options: NonNullable<ParseArgsConfig['options']>,
): { file: string; values: Record<string, string | undefined> } => {
  const { values, positionals } = parse(words, options);
  const [file, ...more] = positionals;
  if (file === undefined) throw new Misuse('no FILE given; see hearth --help');
  if (more.length > 0) throw new Misuse(`one FILE at a time, not also "${more.join('" "')}"`);
  return { file, values: values as Record<string, string | undefined> };
};

const parse = (words: string[], options: NonNullable<ParseArgsConfig['options']>) => {
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : 'the arguments can not be read');
  }
};

const dayGiven = (value: string | undefined, option: string): string | undefined => {
  if (value === undefined) return undefined;
  const at = Date.parse(`${value}T00:00:00Z`);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(at || 0).toISOString().startsWith(value);
  if (!exists) throw new Misuse(`${option}: write the day as YYYY-MM-DD`);
  return value;
};

const formatGiven = (value: string): TimelineFormat => {
  const format = timelineFormats.find((known) => known === value);
  if (!format) throw new Misuse(`--format: one of ${timelineFormats.join(', ')}`);
  return format;
};

const read = async (file: string, input: Readable): Promise<string> => {
  try {
    return await text(file === '-' ? input : createReadStream(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new Misuse(`${file}: there is no such file`);
    if (code === 'EISDIR') throw new Misuse(`${file}: this is a folder`);
    throw new Misuse(`${file}: can not be read (${String(code)})`);
  }
};
