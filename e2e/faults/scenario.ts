// What a scenario is, and what it is given.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Random } from '@hearth/sync/test/random';

/** This machine lacks what the scenario needs. The message says what. */
export class Unavailable extends Error {}

export interface Run {
  /** Of this round alone; replayed by `--seed` and `--round`. */
  random: Random;
  round: number;
}

/** A scenario that has been set up and plays rounds until it is told to end. */
export interface Stage {
  play(run: Run): Promise<void>;
  /** One line of figures, after the last round. */
  report(): string;
  dispose(): Promise<void>;
}

export interface Scenario {
  name: string;
  /** What must hold, in one sentence. */
  claim: string;
  /** How many rounds: within `npm test` (0: not there), and in `pnpm test:faults`. */
  rounds: { short: number; long: number };
  /** @throws Unavailable */
  setUp(random: Random, form: 'short' | 'long'): Promise<Stage>;
}

/** Runs `work` with a folder of its own, and `later` when that is done, last in first out, also if it fails. */
export class Cleaner {
  readonly #later: (() => Promise<void> | void)[] = [];

  later(work: () => Promise<void> | void): void {
    this.#later.push(work);
  }

  async folder(): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'hearth-faults-'));
    this.later(() => rm(folder, { recursive: true, force: true }));
    return folder;
  }

  async clean(): Promise<void> {
    for (const work of this.#later.splice(0).toReversed()) await work();
  }
}
