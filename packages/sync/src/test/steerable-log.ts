import { MemoryUpdateLog } from '../memory-update-log.ts';
import type { AppendEntry, Compaction, LaterUpdates, LoadedDocument, UpdateLog } from '../update-log.ts';

interface Waiting {
  entries: readonly AppendEntry[];
  /** What it will be answered with, once it is carried out. */
  seqs: (number | null)[] | null;
  answer: PromiseWithResolvers<(number | null)[]>;
}

/** A log whose appends wait until a test lets them through, fails them, or lets the server die around them. */
export class SteerableLog implements UpdateLog {
  readonly stored: MemoryUpdateLog;
  /** Appends are carried out at once. */
  flowing = true;
  failWith: Error | null = null;
  loadFailsWith: Error | null = null;
  /** How many updates each append brought. */
  readonly batches: number[] = [];
  compactions = 0;
  #waiting: Waiting[] = [];

  /** @param stored  several servers may share it. */
  constructor(stored = new MemoryUpdateLog()) {
    this.stored = stored;
  }

  append(entries: readonly AppendEntry[]): Promise<(number | null)[]> {
    this.batches.push(entries.length);
    if (this.failWith) return Promise.reject(this.failWith);
    if (this.flowing) return this.stored.append(entries);
    const answer = Promise.withResolvers<(number | null)[]>();
    this.#waiting.push({ entries, seqs: null, answer });
    return answer.promise;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Carries out what waits. The answers stay under way: others may read what was appended before its author hears of it. */
  async carryOut(): Promise<void> {
    for (const waiting of this.#waiting) waiting.seqs ??= await this.stored.append(waiting.entries);
  }

  /** Carries out and answers what waits. */
  async release(): Promise<void> {
    await this.carryOut();
    for (const { seqs, answer } of this.#take()) answer.resolve(seqs ?? []);
  }

  /** Carries out what waits, and the connection breaks before the answer. */
  async loseAnswers(): Promise<void> {
    await this.carryOut();
    this.fail(new Error('no answer'));
  }

  fail(error: Error): void {
    for (const { answer } of this.#take()) answer.reject(error);
  }

  /** The server dies: what waits is lost, or has just been written. Nobody hears an answer. */
  async crash(when: 'before' | 'after'): Promise<void> {
    if (when === 'after') await this.carryOut();
    this.#take();
  }

  #take(): Waiting[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }

  load(document: string): Promise<LoadedDocument> {
    return this.loadFailsWith ? Promise.reject(this.loadFailsWith) : this.stored.load(document);
  }

  since(document: string, seq: number): Promise<LaterUpdates | null> {
    return this.loadFailsWith ? Promise.reject(this.loadFailsWith) : this.stored.since(document, seq);
  }

  heads(documents: readonly string[]): Promise<Map<string, number>> {
    return this.loadFailsWith ? Promise.reject(this.loadFailsWith) : this.stored.heads(documents);
  }

  compact(document: string, compaction: Compaction): Promise<boolean> {
    this.compactions += 1;
    return this.stored.compact(document, compaction);
  }
}
