// The four meanings of a link as menus and fields show them.
import { explainingMeanings, meaningNames, type LinkMeaning } from '@hearth/board/cards';
import type { MenuItem } from '../../design/Menu.tsx';

/** "made it possible": the phrase around what is explained. */
export const meaningAround = (meaning: LinkMeaning, what: string): string => {
  switch (meaning) {
    case 'contributed':
    case 'led-to':
    case 'saw-differently':
      return `${meaningNames[meaning]} ${what}`;
    case 'made-possible':
      return `made ${what} possible`;
    case 'made-harder':
      return `made ${what} harder`;
  }
};

/** @param chosen  what it means now; undefined while there is no link yet. */
export const meaningItems = (chosen: LinkMeaning | undefined, choose: (meaning: LinkMeaning) => void): MenuItem[] =>
  explainingMeanings.map((meaning) => ({
    id: meaning,
    label: meaningNames[meaning],
    ...(chosen === undefined ? {} : { checked: meaning === chosen }),
    onSelect: () => choose(meaning),
  }));
