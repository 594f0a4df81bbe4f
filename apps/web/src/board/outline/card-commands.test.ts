import { describe, expect, it } from 'vitest';
import { commandIds, specOf, type CommandActs } from '../../commands/specs.ts';
import { cardCommands, keySigns, shortName } from './card-commands.ts';

describe('[O6] what can be done with a card', () => {
  it('is every command of a card that is possible now, removing last', () => {
    const all: CommandActs = Object.fromEntries(commandIds.map((id) => [id, () => undefined]));
    const shown = cardCommands(all);
    expect(shown.toSorted()).toEqual(commandIds.filter((id) => specOf(id).section === 'On a card').toSorted());
    expect(shown.at(-1)).toBe('remove');
    expect(cardCommands({ edit: () => undefined, find: () => undefined })).toEqual(['edit']);
  });

  it('is named without the card that one sees', () => {
    const ids = ['edit', 'details', 'link', 'move', 'group', 'remove'] as const;
    expect(ids.map(shortName)).toEqual(['Edit', 'Details', 'Link to…', 'Move to…', 'Group with…', 'Remove']);
    expect(ids.map(keySigns)).toEqual(['↵', 'E', 'L', 'M', '⇧G', '⌫']);
  });
});
