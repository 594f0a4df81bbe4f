// The rules are fetched when somebody begins to write, and only once.
import type { Finding } from '@hearth/learning/language/check';

type Check = (text: string) => Finding[];

let loading: Promise<Check | null> | null = null;

const load = async (): Promise<Check> => {
  const [{ checkLanguage }, { englishLens }] = await Promise.all([
    import('@hearth/learning/language/check'),
    import('@hearth/learning/language/en/english'),
  ]);
  return (text) => checkLanguage(text, englishLens);
};

/** @returns null where the rules can't be had just now, as offline: the next call tries again. */
export const loadLens = (): Promise<Check | null> =>
  (loading ??= load().catch(() => {
    loading = null;
    return null;
  }));
