// The rules are fetched when somebody begins to write, and only once.
import type { Finding } from '@hearth/learning/language/check';

/** @param names  of the people in the room: what judges one of them is found as well. */
type Check = (text: string, names: readonly string[]) => Finding[];

let loading: Promise<Check | null> | null = null;

const load = async (): Promise<Check> => (await import('./english-check.ts')).checkEnglish;

/** @returns null where the rules can't be had just now, as offline: the next call tries again. */
export const loadLens = (): Promise<Check | null> =>
  (loading ??= load().catch(() => {
    loading = null;
    return null;
  }));
