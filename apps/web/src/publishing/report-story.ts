// The narrative of a report, split for reading: an opening paragraph, the body, and the headings to go to. Pure.
import { narrativeSections, plainText, type NarrativeNode } from '@hearth/board/narrative';

export interface StoryHeading {
  /** Fragment of its address on the page. */
  id: string;
  text: string;
  /** Level on the page, where the title is the only h1. */
  level: 2 | 3 | 4;
}

export interface Story {
  /** Paragraphs that open the page, before the facts: those ahead of the first heading, or under one that says "Summary". */
  lede: NarrativeNode[];
  body: { node: NarrativeNode; heading: StoryHeading | null }[];
}

const isHeading = (node: NarrativeNode) => node.type === 'heading';
const saysSummary = (node: NarrativeNode) => /^(summary|in short|overview)\b/i.test(plainText(node).trim());
const isBlank = (node: NarrativeNode) =>
  node.type === 'paragraph' &&
  plainText(node).trim() === '' &&
  !node.content?.some(({ type }) => type === 'cite' || type === 'mention');

const levelOf = (node: NarrativeNode): number => {
  const level = node.attrs?.['level'];
  return typeof level === 'number' && level >= 1 && level <= 6 ? level : 2;
};

const given: ReadonlySet<string> = new Set(narrativeSections.map((title) => title.toLowerCase()));

/** A section that every narrative begins with, and nobody wrote in: readers go without, as in the Markdown. */
const isLeftEmpty = (node: NarrativeNode, next: NarrativeNode | undefined): boolean =>
  isHeading(node) &&
  given.has(plainText(node).trim().toLowerCase()) &&
  (next === undefined || (isHeading(next) && levelOf(next) <= levelOf(node)));

export const readStory = (narrative: NarrativeNode): Story => {
  const blocks = (narrative.content ?? [])
    .filter((node) => !isBlank(node))
    .filter((node, at, told) => !isLeftEmpty(node, told[at + 1]));
  const first = blocks[0];
  const start = first !== undefined && isHeading(first) && saysSummary(first) ? 1 : 0;
  let end = start;
  while (blocks[end]?.type === 'paragraph' && end - start < 2) end++;
  const lede = blocks.slice(start, end);
  // A summary that is more than two plain paragraphs stays whole, under its heading.
  const cutsASummary = start === 1 && end < blocks.length && !isHeading(blocks[end] as NarrativeNode);
  const rest = cutsASummary ? blocks : blocks.slice(end);

  const levels = [...new Set(rest.filter(isHeading).map(levelOf))].sort((a, b) => a - b);
  let reached = 1;
  let count = 0;
  const body = rest.map((node) => {
    if (!isHeading(node)) return { node, heading: null };
    // Levels that nobody uses are closed up, and none is skipped on the way down.
    const level = Math.min(levels.indexOf(levelOf(node)) + 2, reached + 1, 4) as 2 | 3 | 4;
    reached = level;
    return { node, heading: { id: `story-${++count}`, text: plainText(node).trim() || 'Untitled', level } };
  });
  return { lede: cutsASummary ? [] : lede, body };
};

/** An address that may be followed from a page: http, https or mailto; null for any other. */
export const safeHref = (href: unknown): string | null => {
  if (typeof href !== 'string') return null;
  try {
    const url = new URL(href);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
};
