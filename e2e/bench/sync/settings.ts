// What the command line says: `pnpm bench sync [scenario…] [--flags]`.
import { parseArgs } from 'node:util';

export interface Settings {
  scenarios: string[];
  targets: string[];
  /** Null: what each scenario thinks right. */
  repeats: number | null;
  /** Of load that counts. */
  seconds: number;
  /** Rooms × people @ edits a second of each. */
  shapes: Shape[];
  /** Clients @ states a second of each. */
  cursors: { clients: number; perSecond: number };
  operations: number[];
  joins: number;
  rooms: number;
  killWithinSeconds: number;
  slowSeconds: number;
  quietWaitMs: number;
  /** A line of JSON for each measurement as well. */
  json: boolean;
}

export interface Shape {
  rooms: number;
  people: number;
  perSecond: number;
}

const options = {
  targets: { type: 'string', default: 'relay,disk-relay,ours,yws-leveldb,hocuspocus' },
  repeats: { type: 'string' },
  seconds: { type: 'string', default: '4' },
  shapes: { type: 'string', default: '1x10@20,20x10@5,100x5@5,1x50@15' },
  cursors: { type: 'string', default: '30@20' },
  operations: { type: 'string', default: '100000' },
  joins: { type: 'string', default: '200' },
  rooms: { type: 'string', default: '500' },
  'kill-within': { type: 'string', default: '6' },
  'slow-seconds': { type: 'string', default: '8' },
  'quiet-wait': { type: 'string', default: '5' },
  json: { type: 'boolean', default: false },
} as const;

export class SettingsProblem extends Error {}

/** @throws SettingsProblem  in words for whoever typed it */
export const readSettings = (args: readonly string[]): Settings => {
  const { values, positionals } = parse(args);
  return {
    scenarios: positionals,
    targets: values.targets.split(','),
    repeats: values.repeats === undefined ? null : positive('repeats', values.repeats),
    seconds: positive('seconds', values.seconds),
    shapes: values.shapes.split(',').map(parseShape),
    cursors: parseCursors(values.cursors),
    operations: values.operations.split(',').map((value) => positive('operations', value)),
    joins: positive('joins', values.joins),
    rooms: positive('rooms', values.rooms),
    killWithinSeconds: positive('kill-within', values['kill-within']),
    slowSeconds: positive('slow-seconds', values['slow-seconds']),
    quietWaitMs: positive('quiet-wait', values['quiet-wait']) * 1000,
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

const parseShape = (text: string): Shape => {
  const [, rooms, people, perSecond] = /^(\d+)x(\d+)@([\d.]+)$/.exec(text) ?? [];
  if (rooms === undefined || people === undefined || perSecond === undefined) {
    throw new SettingsProblem(`--shapes wants rooms × people @ edits a second, such as 20x10@5, not ${text}.`);
  }
  return { rooms: Number(rooms), people: Number(people), perSecond: positive('shapes', perSecond) };
};

const parseCursors = (text: string): Settings['cursors'] => {
  const [, clients, perSecond] = /^(\d+)@([\d.]+)$/.exec(text) ?? [];
  if (clients === undefined || perSecond === undefined) {
    throw new SettingsProblem(`--cursors wants clients @ states a second, such as 30@20, not ${text}.`);
  }
  return { clients: Number(clients), perSecond: positive('cursors', perSecond) };
};
