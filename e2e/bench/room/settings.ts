// What the command line says: `pnpm bench room [scenario…] [--flags]`.
import { parseArgs } from 'node:util';

export interface Settings {
  scenarios: string[];
  /** Sizes of the boards that are looked at; the empty one is always measured as well. */
  cards: number[];
  /** Of each movement. */
  seconds: number;
  repeats: number;
  /** People whose cursors move, and how often a second each. */
  cursors: { people: number; perSecond: number };
  /** Of all the others together. */
  editsPerSecond: number;
  /** An hour's worth, made as fast as the server takes them. */
  hourOfEdits: number;
  /** Times slower than this machine: what a weaker laptop feels. */
  slowdown: number;
  saveBaseline: boolean;
  json: boolean;
}

const options = {
  cards: { type: 'string', default: '200,2000,5000' },
  seconds: { type: 'string', default: '5' },
  repeats: { type: 'string', default: '1' },
  cursors: { type: 'string', default: '30@20' },
  edits: { type: 'string', default: '10' },
  'hour-of-edits': { type: 'string', default: '7200' },
  slowdown: { type: 'string', default: '1' },
  'save-baseline': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

export class SettingsProblem extends Error {}

/** @throws SettingsProblem  in words for whoever typed it */
export const readSettings = (args: readonly string[], known: readonly string[]): Settings => {
  const { values, positionals } = parse(args);
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new SettingsProblem(`there is no scenario "${unknown}". There are: ${known.join(', ')}.`);
  }
  return {
    scenarios: positionals.length === 0 ? [...known] : positionals,
    cards: values.cards.split(',').map((value) => positive('cards', value)),
    seconds: positive('seconds', values.seconds),
    repeats: positive('repeats', values.repeats),
    cursors: parseCursors(values.cursors),
    editsPerSecond: positive('edits', values.edits),
    hourOfEdits: positive('hour-of-edits', values['hour-of-edits']),
    slowdown: positive('slowdown', values.slowdown),
    saveBaseline: values['save-baseline'],
    json: values.json,
  };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const flags = Object.keys(options).map((name) => `--${name}`);
    throw new SettingsProblem(`${error instanceof Error ? error.message : ''} There are: ${flags.join(', ')}.`);
  }
};

const positive = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0)
    throw new SettingsProblem(`--${name} wants a number above 0, not ${text}.`);
  return value;
};

const parseCursors = (text: string): Settings['cursors'] => {
  const [, people, perSecond] = /^(\d+)@([\d.]+)$/.exec(text) ?? [];
  if (people === undefined || perSecond === undefined) {
    throw new SettingsProblem(`--cursors wants people @ times a second, such as 30@20, not ${text}.`);
  }
  return { people: positive('cursors', people), perSecond: positive('cursors', perSecond) };
};
