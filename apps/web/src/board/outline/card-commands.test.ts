import { describe, expect, it } from 'vitest';
import { commandIds, specOf, type CommandActs } from '../../commands/specs.ts';
import { cardCommands, shortName } from './card-commands.ts';

describe('[O6] what can be done with a card', () => {
  it('is every command of a card that is possible now, removing last', () => {
    const all: CommandActs = Object.fromEntries(commandIds.map((id) => [id, () => undefined]));
    const shown = cardCommands(all);
    expect(shown.toSorted()).toEqual(commandIds.filter((id) => specOf(id).section === 'On a card').toSorted());
    expect(shown.at(-1)).toBe('remove');
    expect(cardCommands({ edit: () => undefined, find: () => undefined })).toEqual(['edit']);
  });

  it('is named without the card that one sees', () => {
    expect(['edit', 'details', 'link', 'move', 'remove'].map((id) => shortName(id as never))).toEqual([
      'Edit',
      'Details',
      'Link to…',
      'Move to…',
      'Remove',
    ]);
  });
});
