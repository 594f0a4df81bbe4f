// Engine and English rules in one file of their own: what is fetched when somebody begins to write.
import { checkLanguage, type Finding } from '@hearth/learning/language/check';
import { englishLens } from '@hearth/learning/language/en/english';
import { lensKnowing } from '@hearth/learning/language/names';

/** @param names  of the people in the room: what judges one of them is found as well. */
export const checkEnglish = (text: string, names: readonly string[]): Finding[] =>
  checkLanguage(text, lensKnowing(englishLens, names));
