// Engine and English rules in one file of their own: what is fetched when somebody begins to write.
import { checkLanguage, type Finding, type Lens } from '@hearth/learning/language/check';
import { englishLens } from '@hearth/learning/language/en/english';

/** @param adapted  the lens as the room needs it. */
export const checkEnglish = (text: string, adapted: (lens: Lens) => Lens): Finding[] =>
  checkLanguage(text, adapted(englishLens));
