// Inline Markdown as the words a reader sees, and blocks as one text. Pure. Rules: SPEC M5, M6.

import type { Block } from './block.ts';

const image = /!\[[^\][]{0,300}\](?:\([^()\s]{0,2000}\)|\[[^\][]{0,300}\])/g;
const link = /\[([^\][]{0,400})\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s"[^"]{0,200}")?\)|\[[^\][]{0,300}\])/g;
const autolink = /<(https?:\/\/[^\s<>]{1,2000})>/g;
const tag = /<\/?[a-zA-Z][^<>]{0,200}>/g;

/** Text without link addresses, images, tags, emphasis and code marks. */
export function plainText(markdown: string): string {
  return markdown
    .replace(image, '')
    .replace(link, '$1')
    .replace(autolink, '$1')
    .replace(tag, ' ')
    .replace(/\*{1,3}|`+|~~|(?<!\w)_{1,3}|_{1,3}(?!\w)/g, '')
    .replace(/\\([[\]()*_~`#.!-])/g, '$1')
    .trim();
}

/** A block's own text, inline marks kept: what an entry or an action shows. Code is left out unless asked for. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return block.lines.map((line) => line.text).join('\n');
    case 'code':
      return '';
    case 'quote':
      return blocksText(block.blocks);
    case 'list':
      return block.items.map((item) => blocksText(item.blocks)).join('\n');
    case 'table':
      return block.rows.map((row) => row.cells.join(' ')).join('\n');
  }
}

export function blocksText(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n');
}
