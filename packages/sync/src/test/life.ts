import type { Clock } from '../clock.ts';
import type { FanOut } from '../fan-out.ts';
import type { UpdateLog } from '../update-log.ts';

/** Of one server process: once it is over, nothing of it runs any more, and nothing that it asked is answered. */
export class Life {
  #over = false;

  end(): void {
    this.#over = true;
  }

  clock(clock: Clock): Clock {
    return {
      nowMs: () => clock.nowMs(),
      wallMs: () => clock.wallMs(),
      after: (delayMs, run) => clock.after(delayMs, () => !this.#over && run()),
      soon: (run) => clock.soon(() => !this.#over && run()),
    };
  }

  log(log: UpdateLog): UpdateLog {
    return {
      append: (entries) => this.#answer(() => log.append(entries)),
      load: (document) => this.#answer(() => log.load(document)),
      since: (document, seq) => this.#answer(() => log.since(document, seq)),
      heads: (documents) => this.#answer(() => log.heads(documents)),
      compact: (document, compaction) => this.#answer(() => log.compact(document, compaction)),
    };
  }

  fanOut(fanOut: FanOut): FanOut {
    return {
      publish: (document, message) => !this.#over && fanOut.publish(document, message),
      subscribe: (document, receive) => fanOut.subscribe(document, (message) => !this.#over && receive(message)),
    };
  }

  async #answer<T>(ask: () => Promise<T>): Promise<T> {
    const unanswered = new Promise<never>(() => undefined);
    if (this.#over) return unanswered;
    try {
      const answer = await ask();
      return this.#over ? await unanswered : answer;
    } catch (error) {
      if (this.#over) return unanswered;
      throw error;
    }
  }
}
