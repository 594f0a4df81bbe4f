// The language lens in the narrative: looks at the paragraph in which I write, when I rest. What it finds is marked on my screen
// alone; nothing of it is in the shared document before I take it.
import { Extension } from '@tiptap/core';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import type { Store } from '../board/store.ts';
import { isInHint } from '../language/hint-mark.ts';
import { isLensOn } from '../language/language-switch.ts';
import { loadLens } from '../language/load-lens.ts';
import { leftAlone, pickFinding, restMs } from '../language/pick.ts';
import styles from './language-lens.module.css';

export interface FoundSentence {
  from: number;
  to: number;
  sentence: string;
  reframe: string;
}

export interface LensUi {
  found: FoundSentence | null;
  /** Of the people in the room. */
  names: readonly string[];
}

interface LanguageLensOptions {
  ui: Store<LensUi> | null;
}

export const languageLensKey = new PluginKey<FoundSentence | null>('languageLens');

/** Stands for a citation, a name, a picture: no word, and as long as they are. */
const leaf = '\u{FFFC}';

/** The words of a block, a unit for each place in it. */
export const wordsOfBlock = (block: Node): string =>
  block.textBetween(0, block.content.size, undefined, (node) => (node.type.name === 'hardBreak' ? '\n' : leaf));

/** The paragraph with the caret; null in titles, code and quotations. */
export const paragraphAt = (at: ResolvedPos): { start: number; block: Node } | null => {
  if (at.parent.type.name !== 'paragraph') return null;
  for (let depth = at.depth; depth > 0; depth--) if (at.node(depth).type.name === 'blockquote') return null;
  return { start: at.start(), block: at.parent };
};

export const LanguageLens = Extension.create<LanguageLensOptions>({
  name: 'languageLens',
  addOptions: () => ({ ui: null }),

  addKeyboardShortcuts() {
    return {
      'Alt-Enter': () => {
        const { view } = this.editor;
        return takeFound(view, 'instead');
      },
    };
  },

  addProseMirrorPlugins() {
    const { ui } = this.options;
    if (ui === null) return [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** Whether it was I who wrote last, and not somebody else's words that came in. */
    let mine = false;
    const look = async (view: EditorView): Promise<void> => {
      const check = await loadLens();
      if (!check || view.isDestroyed || !view.hasFocus() || !isLensOn()) return;
      const { selection } = view.state;
      const paragraph = selection.empty ? paragraphAt(selection.$head) : null;
      const picked =
        paragraph &&
        pickFinding(check(wordsOfBlock(paragraph.block), ui.get().names), selection.head - paragraph.start, leftAlone);
      const found = picked && {
        from: paragraph.start + picked.start,
        to: paragraph.start + picked.end,
        sentence: picked.sentence,
        reframe: picked.reframe,
      };
      if (found?.from !== languageLensKey.getState(view.state)?.from || found?.sentence !== ui.get().found?.sentence)
        tell(view, found);
    };
    return [
      new Plugin<FoundSentence | null>({
        key: languageLensKey,
        state: {
          init: () => null,
          apply: (transaction, found, _, state) => {
            const told = transaction.getMeta(languageLensKey) as { found: FoundSentence | null } | undefined;
            if (transaction.docChanged) mine = transaction.getMeta('y-sync$') === undefined;
            return told === undefined ? carried(found, transaction, state) : told.found;
          },
        },
        props: {
          decorations: (state) => {
            const found = languageLensKey.getState(state);
            return found
              ? DecorationSet.create(state.doc, [Decoration.inline(found.from, found.to, { class: styles.lens ?? '' })])
              : null;
          },
          handleDOMEvents: {
            blur: (view, event) => {
              clearTimeout(timer);
              if (!isInHint(event.relatedTarget)) tell(view, null);
              return false;
            },
          },
        },
        view: () => ({
          update: (view, before) => {
            const found = languageLensKey.getState(view.state) ?? null;
            if (found !== ui.get().found) ui.set({ found });
            if (before.doc.eq(view.state.doc)) return;
            if (!mine || !view.editable) return;
            clearTimeout(timer);
            timer = setTimeout(() => void look(view), restMs);
          },
          destroy: () => {
            clearTimeout(timer);
            ui.set({ found: null });
          },
        }),
      }),
    ];
  },
});

/**
 * It goes along with what others write, and ends where its own words change or the caret leaves the paragraph. It is looked
 * for by its words: what comes from others is put in as a whole document, which maps no place.
 */
export const carried = (
  found: FoundSentence | null,
  { docChanged }: Transaction,
  state: EditorState,
): FoundSentence | null => {
  if (found === null) return null;
  const paragraph = paragraphAt(state.selection.$head);
  if (!paragraph) return null;
  const { start, block } = paragraph;
  if (!docChanged) return start <= found.from && found.to <= start + block.content.size ? found : null;
  const at = wordsOfBlock(block).indexOf(found.sentence);
  if (at < 0) return null;
  return start + at === found.from ? found : { ...found, from: start + at, to: start + at + found.sentence.length };
};

const tell = (view: EditorView, found: FoundSentence | null): void => {
  if (found === null && !languageLensKey.getState(view.state)) return;
  view.dispatch(view.state.tr.setMeta(languageLensKey, { found }).setMeta('addToHistory', false));
};

/** Nothing is shown any more. @param leave  nor is it for this sentence again. */
export const hideFound = (view: EditorView, leave = false): void => {
  const found = languageLensKey.getState(view.state);
  if (found && leave) leftAlone.add(found.sentence);
  tell(view, null);
};

/**
 * Puts the question in the sentence's place, or behind it: a step of undo of its own. What the sentence cites stays cited.
 * @returns whether there was one.
 */
export const takeFound = (view: EditorView, how: 'instead' | 'beside'): boolean => {
  const found = languageLensKey.getState(view.state);
  if (!found || !view.editable) return false;
  const { from, to, reframe, sentence } = found;
  const { schema, tr, doc } = view.state;
  const cited: Node[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isInline && !node.isText && at >= from && at < to && node.type.name !== 'hardBreak') cited.push(node);
  });
  const marks = doc.resolve(from).marksAcross(doc.resolve(to)) ?? [];
  const text = (words: string) => schema.text(words, marks);
  if (how === 'beside') {
    leftAlone.add(sentence);
    tr.insert(to, text(` ${reframe}`));
  } else {
    tr.replaceWith(from, to, [text(reframe), ...cited.flatMap((node) => [text(' '), node])]);
  }
  const undo = (yUndoPluginKey.getState(view.state) as { undoManager: Y.UndoManager } | undefined)?.undoManager;
  undo?.stopCapturing();
  view.dispatch(tr.setMeta(languageLensKey, { found: null }).scrollIntoView());
  undo?.stopCapturing();
  view.focus();
  return true;
};
