// The blocks of a Markdown document.

import type { Line } from './lines.ts';

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly depth: number;
  readonly text: string;
  readonly line: number;
}
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly lines: readonly Line[];
  readonly line: number;
}
export interface ListItem {
  /** State of a task-list check box; null where there is none. */
  readonly checked: boolean | null;
  readonly blocks: readonly Block[];
  readonly line: number;
}
export interface ListBlock {
  readonly kind: 'list';
  /** Number of the first item; null for bullets. */
  readonly start: number | null;
  readonly items: readonly ListItem[];
  readonly line: number;
}
export interface QuoteBlock {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
  readonly line: number;
}
export interface CodeBlock {
  readonly kind: 'code';
  readonly lines: readonly Line[];
  readonly line: number;
}
export interface TableRow {
  readonly cells: readonly string[];
  readonly line: number;
}
export interface TableBlock {
  readonly kind: 'table';
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  readonly line: number;
}
export type Block = HeadingBlock | ParagraphBlock | ListBlock | QuoteBlock | CodeBlock | TableBlock;
