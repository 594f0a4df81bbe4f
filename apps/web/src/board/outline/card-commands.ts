// The commands of a card in the order in which toolbars and sheets show them. They come from the one list of commands. Pure.
import { commandIds, keysOf, specOf, type CommandActs, type CommandId } from '../../commands/specs.ts';

/** Those of `acts` that are about a card; what takes it away comes last. */
export const cardCommands = (acts: CommandActs): CommandId[] => {
  const possible = commandIds.filter((id) => acts[id] !== undefined && specOf(id).section === 'On a card');
  return [...possible.filter((id) => id !== 'remove'), ...possible.filter((id) => id === 'remove')];
};

/** Where what a pattern would make of the name says less. */
const shortNames: Partial<Record<CommandId, string>> = { group: 'Group with…' };

/** Where it is known which card is meant: "Link to…" for "Link the card to…". */
export const shortName = (id: CommandId): string => {
  const short =
    shortNames[id] ??
    specOf(id)
      .name.replace(/ what is selected$/, '')
      .replace(/ (?:of|with|on|about|to) (?:the|this|a) card$/, '')
      .replace(/ (?:the|this|a) card(?=$| |…)/, '');
  return short.charAt(0).toUpperCase() + short.slice(1);
};

const signs: Readonly<Record<string, string>> = { Enter: '↵', Delete: '⌫', Shift: '⇧' };

/** The key of a command in as few signs as it takes: "⇧G". */
export const keySigns = (id: CommandId): string =>
  keysOf(id)
    .map((key) => signs[key] ?? key)
    .join('');
