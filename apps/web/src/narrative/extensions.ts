// What the narrative can hold. Node names are those that the server reads from the shared document.
import type { Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Store } from '../board/store.ts';
import { CommentSpots, type CommentSpotsOptions } from './comment-spots.ts';
import { renderCaret, renderSelection } from './caret.ts';
import { Cite, type CiteOptions } from './cite-node.tsx';
import { Picture } from './image-node.tsx';
import { isSafeAddress } from './link-address.ts';
import { LanguageLens, type LensUi } from './language-lens.ts';
import { Mention } from './mention-node.ts';
import { TakePictures, type TakePicturesOptions } from './own-pictures.ts';
import { LargePaste, type PasteOptions } from './paste.ts';
import { ForeignPaste } from './paste-html.ts';
import { SectionHints } from './section-hints.ts';
import { Suggest, type SuggestOptions } from './suggest.ts';

/** Nodes and marks alone: what a document may hold. */
export const contentExtensions = (cite: Partial<CiteOptions> = {}): Extensions => [
  StarterKit.configure({
    // Undo comes with the collaboration: one's own changes only.
    undoRedo: false,
    // Every open editor would append its own paragraph to the shared document.
    trailingNode: false,
    underline: false,
    heading: { levels: [1, 2, 3] },
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: (address) => isSafeAddress(address),
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    },
  }),
  TaskList,
  TaskItem.configure({
    nested: true,
    a11y: {
      checkboxLabel: (node, checked) => `${checked ? 'Done' : 'To do'}: ${node.textContent || 'empty task'}`,
    },
  }),
  TableKit.configure({ table: { resizable: false } }),
  Cite.configure(cite),
  Mention,
  Picture,
];

interface EditorExtensions {
  doc: Y.Doc;
  awareness: Awareness;
  user: { participantId: string; name: string };
  cite: CiteOptions;
  suggest: SuggestOptions;
  comments: Omit<CommentSpotsOptions, 'doc'>;
  paste: PasteOptions;
  pictures: TakePicturesOptions['pictures'];
  lens: Store<LensUi>;
}

export const editorExtensions = ({
  doc,
  awareness,
  user,
  cite,
  suggest,
  comments,
  paste,
  pictures,
  lens,
}: EditorExtensions): Extensions => [
  ...contentExtensions(cite),
  SectionHints,
  LanguageLens.configure({ ui: lens }),
  Suggest.configure(suggest),
  CommentSpots.configure({ ...comments, doc }),
  TakePictures.configure({ pictures }),
  ForeignPaste,
  LargePaste.configure(paste),
  Collaboration.configure({ document: doc, field: 'narrative' }),
  CollaborationCaret.configure({
    provider: { awareness },
    // The room's own entry stays as it is: the caret would overwrite it.
    user: (awareness.getLocalState()?.['user'] as Record<string, unknown> | undefined) ?? user,
    render: renderCaret,
    selectionRender: renderSelection,
  }),
];
