// Engine and English rules in one file of their own: what is fetched when somebody begins to write.
import { checkLanguage, type Finding } from '@hearth/learning/language/check';
import { englishLens } from '@hearth/learning/language/en/english';

export const checkEnglish = (text: string): Finding[] => checkLanguage(text, englishLens);
