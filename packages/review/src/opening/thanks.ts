// Thanks to whoever noticed, and to everybody who took part. Pure. Rules: SPEC O3.
import type { Detection } from '../incident.ts';
import { listed } from '../time/words.ts';

export interface ThanksTo {
  detection: Detection;
  /** Who was in the meeting and took part in it, as they are called. */
  present: readonly string[];
  /** Who wrote something, here or not. */
  authors: readonly string[];
}

const reporter: Record<Detection, string> = {
  person: 'Thank you to the colleague who noticed, and said so.',
  customer: 'Thank you to the customer who told us, and to whoever listened.',
  monitoring: 'Thank you to those who once set up the alert that noticed.',
  unknown: 'Thank you to whoever noticed first, and said so.',
};

/** @returns sentences to read out at the end. Each name stands once, whatever its case. */
export const thanksSentences = ({ detection, present, authors }: ThanksTo): string[] => {
  const here = unique(present);
  const known = new Set(here.map(folded));
  const apart = unique(authors).filter((name) => !known.has(folded(name)));
  return [
    reporter[detection],
    ...(here.length > 0 ? [`Thank you, ${listed(here)}, for telling how it was.`] : []),
    ...(apart.length > 0 ? [`And thank you to ${listed(apart)}, for what you wrote for us.`] : []),
    'What you told today is what others can learn from.',
  ];
};

const folded = (name: string): string => name.trim().toLowerCase();

const unique = (names: readonly string[]): string[] => {
  const byName = new Map<string, string>();
  for (const name of names) if (folded(name) !== '' && !byName.has(folded(name))) byName.set(folded(name), name.trim());
  return [...byName.values()];
};
