// The rules are fetched when somebody begins to write, and only once.
import type { Finding } from '@hearth/learning/language/check';
import { lensKnowing } from '@hearth/learning/language/names';

/** @param names  of the people in the room: what judges one of them is found as well. */
type Check = (text: string, names: readonly string[]) => Finding[];

let loading: Promise<Check | null> | null = null;

const load = async (): Promise<Check> => {
  const { checkEnglish } = await import('./english-check.ts');
  return (text, names) => checkEnglish(text, (lens) => lensKnowing(lens, names));
};

/** @returns null where the rules can't be had just now, as offline: the next call tries again. */
export const loadLens = (): Promise<Check | null> =>
  (loading ??= load().catch(() => {
    loading = null;
    return null;
  }));
