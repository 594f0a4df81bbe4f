// Links as the map draws them: of a theme that is folded, the links of its cards begin and end at the theme, and those that
// run the same way become one. Pure. SPEC FM5.
import type { Link, LinkMeaning } from '@hearth/board/cards';
import type { CardId, LinkId } from '@hearth/review/ids';
import type { LinkEnds } from './link-route.ts';

export interface MapLink extends LinkEnds<string> {
  meaning: LinkMeaning;
  /** Those that it stands for, one or more. */
  links: readonly LinkId[];
}

/**
 * @param foldedInto  the box that a card stands in while its theme is folded.
 * @returns links within one folded theme are left out.
 */
export const mapLinks = (links: readonly Link[], foldedInto: ReadonlyMap<CardId, string>): MapLink[] => {
  const bundles = new Map<string, { from: string; to: string; meaning: LinkMeaning; links: LinkId[] }>();
  for (const { id, from, to, meaning } of links) {
    const ends = { from: foldedInto.get(from) ?? from, to: foldedInto.get(to) ?? to };
    if (ends.from === ends.to) continue;
    const key = `${ends.from} ${ends.to} ${meaning}`;
    const bundle = bundles.get(key);
    if (bundle) bundle.links.push(id);
    else bundles.set(key, { ...ends, meaning, links: [id] });
  }
  return [...bundles].map(([id, bundle]) => ({ id, ...bundle }));
};
