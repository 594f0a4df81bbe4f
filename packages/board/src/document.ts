// The shape of the shared document. Everything in it was written by some client: read it with `read.ts`, never trust it.
import type * as Y from 'yjs';

/** Version of the shape below, stored in `meta.format`. A newer one is refused on reading, an older one migrated. */
export const boardFormat = 1;

/** Names of the root types; the gate lets no other root through. */
export const boardRoots = [
  'meta',
  'cards',
  'links',
  'columns',
  'narrative',
  'comments',
  'themes',
  'declined',
  'diagnostics',
] as const;

export interface BoardDocument {
  doc: Y.Doc;
  meta: Y.Map<unknown>;
  /**
   * Card id → fields; `text` is a Y.Text, the rest plain JSON values. Each file has a field of its own, `file:<id>`, so that
   * two people can add one at once.
   */
  cards: Y.Map<unknown>;
  /** Link id → `{ from, to, meaning }`, replaced as a whole. */
  links: Y.Map<unknown>;
  /** Column id → fields. */
  columns: Y.Map<unknown>;
  /** Theme id → `{ name, rank }`. A card names the theme that it stands in. */
  themes: Y.Map<unknown>;
  /** Two card ids, a blank between them → true: people said that they do not belong together. */
  declined: Y.Map<unknown>;
  /** What was answered on the checklist: `<item>:answer`, `<item>:note` and `<item>:card`, each a plain value. */
  diagnostics: Y.Map<unknown>;
  /** A ProseMirror document, bound by Tiptap. */
  narrative: Y.XmlFragment;
  /** Comment id → fields: of a thread `about` and `resolved`, of a reply its `thread`. */
  comments: Y.Map<unknown>;
}

/** Names the roots of a document. Costs nothing and may be called at any time. */
export const boardOf = (doc: Y.Doc): BoardDocument => ({
  doc,
  meta: doc.getMap('meta'),
  cards: doc.getMap('cards'),
  links: doc.getMap('links'),
  columns: doc.getMap('columns'),
  themes: doc.getMap('themes'),
  declined: doc.getMap('declined'),
  diagnostics: doc.getMap('diagnostics'),
  narrative: doc.getXmlFragment('narrative'),
  comments: doc.getMap('comments'),
});
