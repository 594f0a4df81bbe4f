// Marks the words that were looked for where they stand on the page, without touching what stands there.
import { fold, needlesOf, rangesOf } from '@hearth/board/search';

const name = 'hearth-found';
const mostMarks = 200;

export const markOnPage = (element: Element, query: string): void => {
  if (!('highlights' in CSS)) return;
  const needles = needlesOf(query);
  const ranges: globalThis.Range[] = [];
  const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node !== null && ranges.length < mostMarks; node = words.nextNode())
    for (const [from, to] of rangesOf(fold(node.nodeValue ?? ''), needles)) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  CSS.highlights.set(name, new Highlight(...ranges));
};

export const unmarkPage = (): void => {
  if ('highlights' in CSS) CSS.highlights.delete(name);
};
