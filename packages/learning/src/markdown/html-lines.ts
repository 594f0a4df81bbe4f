// A page's HTML as Markdown, line by line, so that line numbers stay. Pure. Rules: SPEC M9.

const blockTag = /^\s*<(?:p|div|ul|ol|li|h[1-6]|section|article|br)\b[^<>]{0,200}>/i;
const fewestBlockTags = 3;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  quot: '"',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
};

/** Whether a document is written in tags rather than in Markdown with a tag here and there. */
export function isHtml(lines: readonly string[]): boolean {
  return (
    lines.filter((line) => blockTag.test(line)).length >= fewestBlockTags &&
    !lines.some((line) => /^#{1,6}\s/.test(line))
  );
}

/** One line of such a document: headings, items and emphasis as marks, other tags gone. */
export function htmlLine(line: string): string {
  return line
    .trimStart()
    .replace(/<h([1-6])\b[^<>]{0,200}>\s*/gi, (_, depth: string) => `${'#'.repeat(Number(depth))} `)
    .replace(/<li\b[^<>]{0,200}>\s*/gi, '- ')
    .replace(/<\/?(?:b|strong)>/gi, '**')
    .replace(/<\/?(?:i|em)>/gi, '*')
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, '')
    .replace(/&(amp|lt|gt|nbsp|quot|ndash|mdash|rsquo);/g, (_, name: string) => entities[name]!)
    .trimEnd();
}
