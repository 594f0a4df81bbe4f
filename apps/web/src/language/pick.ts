// Which of several findings is shown, and which were left as they are. Pure, but for what this tab remembers.
import type { Finding } from '@hearth/learning/language/check';

/** Enough for an evening of writing. */
const mostLeft = 500;

/** Sentences whose author said: leave it. In the memory of this tab, and nowhere else. */
export class LeftAlone {
  readonly #sentences = new Set<string>();

  add(sentence: string): void {
    this.#sentences.add(sentence);
    const [oldest] = this.#sentences;
    if (this.#sentences.size > mostLeft && oldest !== undefined) this.#sentences.delete(oldest);
  }

  has(sentence: string): boolean {
    return this.#sentences.has(sentence);
  }
}

/** The same wherever I write. */
export const leftAlone = new LeftAlone();

/** People who are writing are not interrupted. */
export const restMs = 600;

/**
 * @param caret  where the author writes, in UTF-16 units
 * @returns the sentence with the caret, else the last one before it, else the first; none that was left alone.
 */
export const pickFinding = (findings: readonly Finding[], caret: number, left: LeftAlone): Finding | null => {
  const open = findings.filter(({ sentence }) => !left.has(sentence));
  return (
    open.find(({ start, end }) => start <= caret && caret <= end) ??
    open.findLast(({ end }) => end < caret) ??
    open[0] ??
    null
  );
};
