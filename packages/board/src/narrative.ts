// The narrative as plain data: what the Y.XmlFragment holds, in the shape of a ProseMirror document. Reading never throws.
import { isId, type AttachmentId } from '@hearth/review/ids';
import * as Y from 'yjs';

export interface NarrativeMark {
  type: string;
  attrs?: Record<string, unknown>;
}

export interface NarrativeNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NarrativeNode[];
  text?: string;
  marks?: NarrativeMark[];
}

/** No honest document nests deeper; what lies below is left out. */
const deepest = 40;

/** Reads the narrative. Unknown node types pass through: what renders them decides. */
export const readNarrative = (fragment: Y.XmlFragment): NarrativeNode => ({
  type: 'doc',
  content: children(fragment, 0),
});

const children = (parent: Y.XmlFragment | Y.XmlElement, depth: number): NarrativeNode[] => {
  if (depth > deepest) return [];
  return parent.toArray().flatMap((child): NarrativeNode[] => {
    if (child instanceof Y.XmlText) return textNodes(child);
    if (!(child instanceof Y.XmlElement)) return [];
    const attrs = child.getAttributes() as Record<string, unknown>;
    const content = children(child, depth + 1);
    return [
      {
        type: child.nodeName,
        ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
        ...(content.length > 0 ? { content } : {}),
      },
    ];
  });
};

const textNodes = (text: Y.XmlText): NarrativeNode[] =>
  (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).flatMap((run) => {
    if (typeof run.insert !== 'string' || run.insert === '') return [];
    const marks = Object.entries(run.attributes ?? {})
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]): NarrativeMark => {
        // y-tiptap suffixes overlapping marks with "--" and a hash.
        const type = key.split('--', 1)[0] ?? key;
        return isRecord(value) && Object.keys(value).length > 0 ? { type, attrs: value } : { type };
      });
    return [{ type: 'text', text: run.insert, ...(marks.length > 0 ? { marks } : {}) }];
  });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Writes a document into an empty fragment: for seeding a board, never for changing one that people edit. */
export const writeNarrative = (fragment: Y.XmlFragment, document: NarrativeNode): void => {
  if (fragment.length > 0) throw new Error('the narrative is not empty');
  appendNarrative(fragment, document.content ?? []);
};

/** Writes blocks after all that is there. */
export const appendNarrative = (fragment: Y.XmlFragment, blocks: readonly NarrativeNode[]): void =>
  fragment.insert(fragment.length, blocks.flatMap(toXml));

const toXml = (node: NarrativeNode): (Y.XmlElement | Y.XmlText)[] => {
  if (node.type === 'text') {
    const text = new Y.XmlText();
    text.insert(
      0,
      node.text ?? '',
      Object.fromEntries((node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}])),
    );
    return [text];
  }
  const element = new Y.XmlElement(node.type);
  for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value as string);
  element.insert(0, (node.content ?? []).flatMap(toXml));
  return [element];
};

/** Files that pictures in the text show, in their order. */
export const filesIn = (node: NarrativeNode, depth = 0): AttachmentId[] => {
  if (depth > deepest) return [];
  const file: unknown = node.type === 'image' ? node.attrs?.['file'] : null;
  const inside = Array.isArray(node.content) ? node.content.flatMap((child) => filesIn(child, depth + 1)) : [];
  return isId(file) ? [file as AttachmentId, ...inside] : inside;
};

/** The sections that a narrative begins with (DOMAIN 3.1: those that people write; the rest comes from the board). */
export const narrativeSections = [
  'Summary',
  'How we got here',
  'What went well',
  'What to improve',
  'References',
] as const;

/** All words of a node and what it contains, blocks separated by a space. */
export const plainText = (node: NarrativeNode): string => {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'cite') return typeof node.attrs?.['label'] === 'string' ? node.attrs['label'] : '';
  if (node.type === 'mention') return typeof node.attrs?.['name'] === 'string' ? `@${node.attrs['name']}` : '';
  if (node.type === 'image') return typeof node.attrs?.['alt'] === 'string' ? node.attrs['alt'] : '';
  const inline = node.content?.some((child) => child.type === 'text' || child.type === 'mention') ?? false;
  return (node.content ?? [])
    .map(plainText)
    .join(inline ? '' : ' ')
    .trim();
};
