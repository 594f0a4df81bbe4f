// The outline of what an editor holds, kept up to date.
import { useEditorState, type Editor } from '@tiptap/react';
import { outlineOf, type Outline } from './outline.ts';

/** The same object until something in it changes. */
export const useOutline = (editor: Editor): Outline =>
  useEditorState({ editor, selector: ({ editor: current }) => outlineOf(current.state.doc) });
