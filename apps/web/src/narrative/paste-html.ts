// What other programs put on the clipboard, said in elements that the narrative reads. The page's policy keeps inline styles
// out, so what Google Docs and Word tell by style alone (bold or not, lists) would be lost or turned into its contrary.
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

export const ForeignPaste = Extension.create({
  name: 'foreignPaste',
  addProseMirrorPlugins: () => [new Plugin({ props: { transformPastedHTML: plainHtml } })],
});

const blocks = 'p, div, ul, ol, table, pre, blockquote, hr, h1, h2, h3, h4, h5, h6';

/** @returns the same without styles; what they said stands in elements. */
const plainHtml = (html: string): string => {
  // The editor's own clipboard says what it holds.
  if (html.includes('data-pm-slice')) return html;
  // Under another name before it is parsed: an inline style is reported to the console even where nothing shows it.
  const inert = html.replaceAll(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll(/(?<=["'\s])style\s*=/gi, 'data-style='));
  const { body } = new DOMParser().parseFromString(inert, 'text/html');
  wordLists(body);
  for (const element of all(body, '[data-style]')) styleAsElement(element);
  for (const item of all(body, 'li[role="checkbox"]')) taskOf(item);
  for (const line of all(body, '.c-mrkdwn__br')) line.replaceWith(body.ownerDocument.createElement('br'));
  for (const emoji of all(body, 'img[data-stringify-emoji]')) emoji.replaceWith(emoji.getAttribute('alt') ?? '');
  for (const line of all(body, 'br')) if (isBlock(line.previousSibling) || isBlock(line.nextSibling)) line.remove();
  return body.innerHTML;
};

const all = (within: Element, selector: string): Element[] => [...within.querySelectorAll(selector)];

const isBlock = (node: Node | null): boolean => node instanceof Element && node.matches(blocks);

const styleOf = (element: Element, property: string): string =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i')
    .exec(element.getAttribute('data-style') ?? '')?.[1]
    ?.trim() ?? '';

const styleAsElement = (element: Element): void => {
  const weight = styleOf(element, 'font-weight');
  const slant = styleOf(element, 'font-style');
  if (element.matches('b, strong') && /^(?:normal|[1-5]00)$/.test(weight))
    return element.replaceWith(...element.childNodes);
  if (element.matches('i, em') && slant === 'normal') return element.replaceWith(...element.childNodes);
  // Whole blocks and headings keep their own weight.
  if (!element.matches('span, a, font') || element.closest('h1, h2, h3, h4, h5, h6') !== null) return;
  if (/^(?:bold|[6-9]00)$/.test(weight)) wrapContent(element, 'strong');
  if (slant === 'italic') wrapContent(element, 'em');
  if (/line-through/.test(styleOf(element, 'text-decoration(?:-line)?'))) wrapContent(element, 's');
};

const wrapContent = (element: Element, name: 'strong' | 'em' | 's'): void => {
  const inner = element.ownerDocument.createElement(name);
  inner.append(...element.childNodes);
  element.append(inner);
};

/** A checklist of Google Docs: its box is a picture. */
const taskOf = (item: Element): void => {
  item.parentElement?.setAttribute('data-type', 'taskList');
  item.setAttribute('data-type', 'taskItem');
  item.setAttribute('data-checked', String(item.getAttribute('aria-checked') === 'true'));
  item.querySelector('img')?.remove();
};

/** Word writes a list as paragraphs with a depth, each with its dot or number as words. */
const wordLists = (body: Element): void => {
  let open: { list: Element; depth: number }[] = [];
  let last: Element | null = null;
  for (const line of all(body, 'p[data-style*="mso-list"]')) {
    const depth = Number(/level(\d)/.exec(styleOf(line, 'mso-list'))?.[1] ?? 0);
    if (depth === 0) continue;
    const marker = all(line, '[data-style]').find((part) => /ignore/i.test(styleOf(part, 'mso-list')));
    const numbered = /^\s*\(?\w{1,4}[.)]/.test(marker?.textContent ?? '');
    marker?.remove();
    if (line.previousElementSibling !== last || last === null) open = [];
    open = open.filter((outer) => outer.depth <= depth);
    let list = open.at(-1);
    if (list === undefined || list.depth < depth) {
      const made = line.ownerDocument.createElement(numbered ? 'ol' : 'ul');
      const within = list?.list.lastElementChild;
      if (within) within.append(made);
      else line.before(made);
      list = { list: made, depth };
      open.push(list);
    }
    const item = line.ownerDocument.createElement('li');
    list.list.append(item);
    last = open[0]?.list ?? null;
    item.append(line);
  }
};
