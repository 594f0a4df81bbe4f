// The four meanings of a link as a menu shows them.
import { explainingMeanings, meaningNames, type LinkMeaning } from '@hearth/board/cards';
import type { MenuItem } from '../../design/Menu.tsx';

/** @param chosen  what it means now; undefined while there is no link yet. */
export const meaningItems = (chosen: LinkMeaning | undefined, choose: (meaning: LinkMeaning) => void): MenuItem[] =>
  explainingMeanings.map((meaning) => ({
    id: meaning,
    label: meaningNames[meaning],
    ...(chosen === undefined ? {} : { checked: meaning === chosen }),
    onSelect: () => choose(meaning),
  }));
