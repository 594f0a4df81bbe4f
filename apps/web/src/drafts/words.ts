// What private writing says: promises, counts, and a question for each side of a perspective. Pure.
import type { PerspectiveFacet } from '@hearth/board/cards';
import type { DraftCount } from '@hearth/protocol/facilitation';
import { counted } from '@hearth/review/time/words';
import type { Attribution } from '@hearth/review/templates/template';

export const promises: Record<Attribution, string> = {
  attributed: 'Only you see this yet. It is revealed with your name.',
  anonymous: 'Only you see this yet. Nobody will see who wrote this, not even the facilitator.',
};

/** On the choice of the facilitator. */
export const attributionNames: Record<Attribution, string> = {
  attributed: 'With names',
  anonymous: 'Without names',
};

/** One to think about, for each side. They ask about the work, never about a failing. */
export const facetQuestions: Record<PerspectiveFacet, string> = {
  saw: 'What did you see, and where did you see it?',
  expected: 'What did you expect to happen next?',
  knew: 'What did you know that others could not see?',
  'did-not-know': 'What would have helped you to know?',
  'made-sense': 'What made the step you took the sensible one?',
};

/** "4 thoughts + 2 in progress". */
export const countWords = ({ thoughts, inProgress }: DraftCount): string =>
  `${counted(thoughts, 'thought')}${inProgress > 0 ? ` + ${inProgress} in progress` : ''}`;
