// What every key does, for the help dialog: the commands that have one, and the keys that are no commands.
import { sections, type Section } from '../commands/command-spec.ts';
import { commandIds, keysOf, specOf } from '../commands/specs.ts';

export interface KeyHelp {
  keys: readonly string[];
  does: string;
  /** Only for those who may write on the board. */
  writes?: boolean;
}

const beside: Partial<Record<Section, readonly KeyHelp[]>> = {
  Write: [
    { keys: ['Enter'], does: 'In a field: keep what is written', writes: true },
    { keys: ['Shift', 'Enter'], does: 'A new line', writes: true },
    { keys: ['Alt', 'Enter'], does: 'Use the question that is offered in a sentence’s place', writes: true },
    { keys: ['Esc'], does: 'Leave the field, then the card', writes: true },
  ],
  'On a card': [
    { keys: ['←', '↑', '→', '↓'], does: 'Next card that way' },
    { keys: ['Shift', 'arrows'], does: 'Select the next card as well; with the mouse Shift and click' },
    { keys: ['+', '−'], does: 'While a vote is open: give it a dot, take one back', writes: true },
    { keys: ['Alt', 'arrows'], does: 'Move it: in its list, to the next column, an event by a minute', writes: true },
  ],
};

interface KeyList {
  title: string;
  keys: readonly KeyHelp[];
}

const inCommands: readonly KeyList[] = sections
  .map((title) => ({
    title,
    keys: [
      ...commandIds
        .filter((id) => specOf(id).section === title && keysOf(id).length > 0)
        .map((id): KeyHelp => {
          const { help, name, writes } = specOf(id);
          return { keys: keysOf(id), does: help ?? name, ...(writes ? { writes } : {}) };
        }),
      ...(beside[title] ?? []),
    ],
  }))
  .filter(({ keys }) => keys.length > 0);

const inOutline: KeyList = {
  title: 'In the outline',
  keys: [
    { keys: ['Enter'], does: 'In a card’s words: keep them, and begin the next one below', writes: true },
    { keys: ['Backspace'], does: 'In an empty card: remove it', writes: true },
    { keys: ['↑', '↓'], does: 'At the ends of the words: go on in the card above or below', writes: true },
    {
      keys: ['Alt', '↑', '↓'],
      does: 'Move the card in the list and to the next group; an event in time',
      writes: true,
    },
    { keys: ['Alt', '←', '→'], does: 'Move the card to another group; an event to another lane', writes: true },
  ],
};

const inNarrative: KeyList = {
  title: 'In the narrative',
  keys: [
    { keys: ['/'], does: 'At a line’s start: insert a block, a citation, a section', writes: true },
    { keys: ['@'], does: 'Name somebody of the review', writes: true },
    { keys: ['Shift', 'Ctrl', 'K'], does: 'Cite a card', writes: true },
    { keys: ['Ctrl', 'Alt', 'M'], does: 'Comment on the selected words', writes: true },
    { keys: ['Enter'], does: 'On a citation: go to its card' },
  ],
};

export const keyHelp: readonly KeyList[] = [...inCommands, inOutline, inNarrative];
