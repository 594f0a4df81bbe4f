// The narrative by its blocks, as far as a facilitator's questions need it. Pure. Rules: SPEC Q14.
import { plainText, type NarrativeNode } from '@hearth/board/narrative';

export interface Passage {
  /** Of the block in the document. */
  index: number;
  /** Title of the section that it stands in; empty before the first. */
  section: string;
  text: string;
  /** It cites a card, or links to something. */
  supported: boolean;
}

const deepest = 40;
const longest = 2_000;

/** Paragraphs, items and quotations with words in them; headings are sections. */
export const passagesOf = (narrative: NarrativeNode): Passage[] => {
  let section = '';
  const passages: Passage[] = [];
  for (const [index, block] of (narrative.content ?? []).entries()) {
    const text = plainText(block).slice(0, longest).trim();
    if (block.type === 'heading') section = text;
    else if (text !== '' && block.type !== 'codeBlock')
      passages.push({ index, section, text, supported: isSupported(block, 0) });
  }
  return passages;
};

const isSupported = (node: NarrativeNode, depth: number): boolean =>
  node.type === 'cite' ||
  node.type === 'image' ||
  (node.marks ?? []).some(({ type }) => type === 'link') ||
  (depth < deepest && (node.content ?? []).some((child) => isSupported(child, depth + 1)));
