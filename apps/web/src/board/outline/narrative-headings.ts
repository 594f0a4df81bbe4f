// The headings of the narrative, with the place of each among its blocks.
import { plainText, readNarrative } from '@hearth/board/narrative';
import type * as Y from 'yjs';

export interface NarrativeHeading {
  block: number;
  level: number;
  title: string;
}

export const headingsIn = (narrative: Y.XmlFragment): NarrativeHeading[] =>
  (readNarrative(narrative).content ?? []).flatMap((node, block) => {
    if (node.type !== 'heading') return [];
    const level = Number(node.attrs?.['level']);
    const title = plainText(node).trim();
    return title === '' ? [] : [{ block, level: level >= 1 && level <= 6 ? level : 2, title }];
  });

/** The same array until a heading changes: a letter typed in a paragraph changes none. */
export const viewHeadings = (
  narrative: Y.XmlFragment,
): { get: () => readonly NarrativeHeading[]; subscribe: (listener: () => void) => () => void } => {
  let shown = headingsIn(narrative);
  return {
    get: () => shown,
    subscribe: (listener) => {
      const changed = (): void => {
        const next = headingsIn(narrative);
        if (JSON.stringify(next) === JSON.stringify(shown)) return;
        shown = next;
        listener();
      };
      changed();
      narrative.observeDeep(changed);
      return () => narrative.unobserveDeep(changed);
    },
  };
};
