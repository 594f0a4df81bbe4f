// Which cards a part of the narrative cites. Pure. Rules: SPEC P7, P9.
import type { NarrativeNode } from '@hearth/board/narrative';

const deepest = 60;

/** @returns each cited card once, in the order of reading. */
export const citedCards = (node: NarrativeNode): string[] => {
  const ids = new Set<string>();
  const read = (part: NarrativeNode, depth: number): void => {
    const cardId = part.attrs?.['cardId'];
    if (part.type === 'cite' && typeof cardId === 'string') ids.add(cardId);
    if (depth < deepest) for (const inner of part.content ?? []) read(inner, depth + 1);
  };
  read(node, 0);
  return [...ids];
};
