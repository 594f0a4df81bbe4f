// For tests: Markdown as GitHub reads it.
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export const parse = (markdown: string): Nodes =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** A node and all below it, in order. */
export const walk = (tree: Nodes): Nodes[] => [tree, ...('children' in tree ? tree.children.flatMap(walk) : [])];
