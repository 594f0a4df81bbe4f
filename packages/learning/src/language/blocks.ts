// Cuts a text into the blocks that are read on their own: paragraphs, items, headings, rows. Pure. Rules: SPEC L1-L3.

/** A stretch of the text, in UTF-16 units. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

const fence = /^[ \t]{0,12}(?:`{3,}|~{3,})/;
const heading = /^ {0,3}(#{1,6})[ \t]/;
const quoted = /^[ \t]{0,12}(?:(?:[-*+]|\d{1,3}[.)])[ \t]{1,4})?>/;
const marker = /^[ \t]{0,40}(?:(?:[-*+•–]|\d{1,3}[.)])[ \t]{1,8}(?:\[[ xX]\][ \t]{1,4})?|#{1,6}[ \t]{1,8}|\|)/;

/**
 * @param guideline  tells the titles of sections that say how to speak; they are left out, down to the next title of their depth.
 * @returns the blocks in order; code between fences and quoted lines (`>`) are in none of them.
 */
export function blocksOf(text: string, guideline: RegExp): Block[] {
  const blocks: Block[] = [];
  let open: { start: number; end: number } | null = null;
  let fenced = false;
  let skippedDepth = 0;
  const close = (): void => {
    if (open) blocks.push(open);
    open = null;
  };
  for (let at = 0; at <= text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    // A line is judged by how it begins; hostile ones may be long.
    const head = text.slice(at, Math.min(end, at + 200));
    const depth = fenced ? 0 : (heading.exec(head)?.[1]?.length ?? 0);
    if (depth > 0 && (skippedDepth === 0 || depth <= skippedDepth)) skippedDepth = guideline.test(head) ? depth : 0;
    if (fence.test(head)) {
      fenced = !fenced;
      close();
    } else if (fenced || skippedDepth > 0 || quoted.test(head) || head.trim() === '') {
      close();
    } else {
      const mark = marker.exec(head)?.[0].length ?? 0;
      if (mark > 0 || !open) {
        close();
        open = { start: at + mark, end };
      } else {
        open.end = end;
      }
      if (depth > 0) close();
    }
    at = end + 1;
  }
  close();
  return blocks;
}
