// An account of edits, kept apart from every document and server: what was written, what the server said is saved,
// what others saw. Each edit is a word of its own, so that a document can be compared with the account.

interface Entry {
  /** The server has said that it is saved, or somebody else has been shown it: it must never be gone. */
  promised: 'acknowledged' | 'seen' | null;
  /** When that was, at the latest, in Unix ms. */
  promisedAtMs: number;
  /** Its removal is an edit as well. */
  removal: 'none' | 'written' | 'acknowledged';
  /** Who wrote it still has it, and brings it again. */
  authorLives: boolean;
}

/** How often each word stands in a document. */
export type WordCount = ReadonlyMap<string, number>;

const word = /<([\w.-]+)>/g;

export const asWritten = (name: string): string => `<${name}>`;

/** The words in a text, each as often as it is there. */
export const wordsIn = (text: string): string[] => Array.from(text.matchAll(word), ([, name = '']) => name);

export const countWords = (text: string): WordCount => {
  const count = new Map<string, number>();
  for (const name of wordsIn(text)) count.set(name, (count.get(name) ?? 0) + 1);
  return count;
};

export interface LedgerFigures {
  written: number;
  acknowledged: number;
  /** Seen by others, and not acknowledged to the author. */
  onlySeen: number;
  removed: number;
}

export class Ledger {
  readonly #entries = new Map<string, Entry>();

  wrote(name: string): void {
    this.#entries.set(name, { promised: null, promisedAtMs: Infinity, removal: 'none', authorLives: true });
  }

  removes(name: string): void {
    this.#entry(name).removal = 'written';
  }

  acknowledged(name: string): void {
    const entry = this.#entry(name);
    entry.promised = 'acknowledged';
    entry.promisedAtMs = Math.min(entry.promisedAtMs, Date.now() + 1);
  }

  removalAcknowledged(name: string): void {
    this.#entry(name).removal = 'acknowledged';
  }

  seen(name: string): void {
    const entry = this.#entries.get(name);
    if (!entry) return;
    entry.promised ??= 'seen';
    entry.promisedAtMs = Math.min(entry.promisedAtMs, Date.now() + 1);
  }

  /** The author's device is gone, with whatever was not promised. */
  lostAuthorOf(names: Iterable<string>): void {
    for (const name of names) this.#entry(name).authorLives = false;
  }

  #entry(name: string): Entry {
    const entry = this.#entries.get(name);
    if (!entry) throw new Error(`nobody has written ${name}`);
    return entry;
  }

  /**
   * What a document has that it must not, or has not that it must.
   * @param when  `crashed`: right after a fault, before anybody brings back what they have; `settled`: all who live
   * have been connected, and said all they had.
   */
  problemsOf(found: WordCount, when: 'crashed' | 'settled'): string[] {
    const problems: string[] = [];
    for (const [name, { promised, removal, authorLives }] of this.#entries) {
      const times = found.get(name) ?? 0;
      if (removal === 'acknowledged' && times > 0)
        problems.push(`${name} is back, though its removal was acknowledged`);
      if (removal !== 'none' || times > 0) continue;
      if (promised === 'acknowledged') problems.push(`${name} was acknowledged and is lost`);
      else if (promised === 'seen') problems.push(`${name} had been seen by others and is lost`);
      else if (when === 'settled' && authorLives) problems.push(`${name} never arrived`);
    }
    for (const [name, times] of found) {
      if (times > 1) problems.push(`${name} is there ${times} times`);
      if (!this.#entries.has(name)) problems.push(`${name} is there and nobody wrote it`);
    }
    return problems;
  }

  /** What a document as of an earlier moment lacks of what had been promised by then, or has too often. */
  problemsAt(found: WordCount, atMs: number): string[] {
    const lost = [...this.#entries].filter(
      ([name, { promisedAtMs, removal }]) => promisedAtMs <= atMs && removal === 'none' && !found.has(name),
    );
    const twice = [...found].filter(([, times]) => times > 1);
    return [
      ...lost.map(([name, { promised }]) => `${name} was ${promised} and is lost`),
      ...twice.map(([name, times]) => `${name} is there ${times} times`),
    ];
  }

  figures(): LedgerFigures {
    const entries = [...this.#entries.values()];
    const count = (which: (entry: Entry) => boolean) => entries.filter(which).length;
    return {
      written: entries.length,
      acknowledged: count(({ promised }) => promised === 'acknowledged'),
      onlySeen: count(({ promised }) => promised === 'seen'),
      removed: count(({ removal }) => removal !== 'none'),
    };
  }
}
