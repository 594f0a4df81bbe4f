import { MemoryUpdateLog } from '../memory-update-log.ts';
import type { AppendEntry, Compaction, LaterUpdates, LoadedDocument, UpdateLog } from '../update-log.ts';

interface Waiting {
  entries: readonly AppendEntry[];
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
    this.#waiting.push({ entries, answer });
    return answer.promise;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Carries out what waits. */
  async release(): Promise<void> {
    for (const { entries, answer } of this.#take()) answer.resolve(await this.stored.append(entries));
  }

  fail(error: Error): void {
    for (const { answer } of this.#take()) answer.reject(error);
  }

  /** The server dies: what waits is lost, or has just been written. Nobody hears an answer. */
  async crash(when: 'before' | 'after'): Promise<void> {
    for (const { entries } of this.#take()) if (when === 'after') await this.stored.append(entries);
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
