// What an empty place asks, and what its composer says: one entry a group, in the voice of the room.
import type { FactorCategory } from '@hearth/board/cards';
import type { GroupKey } from '../groups.ts';

interface ComposerWords {
  /** On the button that opens it. */
  add: string;
  /** Name of the field. */
  label: string;
  placeholder: string;
}

const factorWords: Record<FactorCategory, string> = {
  human: 'Attention, knowledge, hand-over, load…',
  technical: 'Something built, set or missing…',
  organisational: 'A rule, a deadline, a decision…',
};

export const composerWords = (group: GroupKey): ComposerWords => {
  const [kind = '', rest = ''] = group.split('/');
  switch (kind) {
    case 'event':
      return { add: 'Add a moment', label: 'What happened', placeholder: 'What happened, in a line' };
    case 'perspective':
      return { add: 'Write', label: 'What it was like from here', placeholder: 'One line is enough' };
    case 'factor':
      return {
        add: 'Add a factor',
        label: 'A condition that played a part',
        placeholder: factorWords[rest as FactorCategory] ?? 'A condition of this theme',
      };
    case 'question':
      return { add: 'Ask a question', label: 'A question', placeholder: 'What do we still not know?' };
    case 'learning':
      return { add: 'Add a learning', label: 'A learning', placeholder: 'What do we understand now?' };
    case 'action':
      return rest === 'parked'
        ? { add: 'Park an action', label: 'An action, parked for later', placeholder: 'Park an action for later' }
        : { add: 'Add an action', label: 'An action', placeholder: 'What changes, and who takes it' };
    default:
      return { add: 'Add', label: 'A card', placeholder: '' };
  }
};
