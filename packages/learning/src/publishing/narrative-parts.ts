// Takes the narrative apart by its headings: sections that have a place of their own in the report, and the story. Pure.
// Rules: SPEC P8.
import type { NarrativeNode } from '@hearth/board/narrative';
import { childrenOf } from './narrative-markdown.ts';

const ownSections = ['summary', 'what went well', 'what to improve', 'references'] as const;
export type OwnSection = (typeof ownSections)[number];

export interface NarrativeParts {
  /** What stands under each of these headings; null where nobody wrote anything. */
  sections: Record<OwnSection, NarrativeNode | null>;
  /** All the rest, its own headings included; null where nobody wrote anything. */
  story: NarrativeNode | null;
}

/** The story's own heading says what its place in the report says already. */
const storyHeading = 'how we got here';

/** A section reaches to the next heading of its level or above. A heading that comes twice is one section. */
export const narrativeParts = (narrative: NarrativeNode): NarrativeParts => {
  const found: Record<OwnSection, NarrativeNode[]> = {
    summary: [],
    'what went well': [],
    'what to improve': [],
    references: [],
  };
  const story: NarrativeNode[] = [];
  let open: { into: NarrativeNode[]; level: number } = { into: story, level: 0 };
  for (const node of childrenOf(narrative)) {
    if (node.type === 'heading' && (open.level === 0 || levelOf(node) <= open.level)) {
      const title = titleOf(node);
      const own = ownSections.find((section) => section === title);
      open = own ? { into: found[own], level: levelOf(node) } : { into: story, level: 0 };
      if (own || title === storyHeading) continue;
    }
    open.into.push(node);
  }
  return {
    sections: {
      summary: documentOf(found.summary),
      'what went well': documentOf(found['what went well']),
      'what to improve': documentOf(found['what to improve']),
      references: documentOf(found.references),
    },
    story: documentOf(story),
  };
};

const levelOf = (heading: NarrativeNode): number => {
  const level = heading.attrs?.['level'];
  return typeof level === 'number' && level >= 1 ? level : 2;
};

const titleOf = (heading: NarrativeNode): string =>
  childrenOf(heading)
    .map((node) => (typeof node.text === 'string' ? node.text : ''))
    .join('')
    .toLowerCase()
    .replace(/[\s:.?!]+/g, ' ')
    .trim();

/** Headings alone, and empty paragraphs, are nobody's words. */
const documentOf = (content: NarrativeNode[]): NarrativeNode | null =>
  content.some((node) => node.type !== 'heading' && hasWords(node, 0)) ? { type: 'doc', content } : null;

const hasWords = (node: NarrativeNode, depth: number): boolean =>
  depth < 60 &&
  ((typeof node.text === 'string' && node.text.trim() !== '') ||
    node.type === 'cite' ||
    node.type === 'mention' ||
    node.type === 'image' ||
    childrenOf(node).some((child) => hasWords(child, depth + 1)));
