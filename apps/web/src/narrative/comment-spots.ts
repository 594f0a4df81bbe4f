// Where the comments stand in the text that is on the screen: their words are marked, a click in them opens the thread, and
// a thread whose letters my own edit made anew is pinned to the new ones.
import { placesOf, rangeOf, type RangeAnchor, type TextRange } from '@hearth/board/anchors';
import type { CommentsView } from '@hearth/board/comments';
import type { CommentId } from '@hearth/review/ids';
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import type { Store } from '../board/store.ts';
import styles from './comment-spots.module.css';

export type Ranges = ReadonlyMap<CommentId, TextRange>;

export interface CommentsUi {
  /** Where each thread stands now; those whose text is gone are not in it. */
  ranges: Ranges;
  active: CommentId | null;
  /** What a comment is being written about. */
  writing: { anchor: RangeAnchor; quote: string } | null;
}

export interface CommentSpotsOptions {
  /** The document that the editor is bound to. */
  doc: Y.Doc | null;
  view: CommentsView | null;
  ui: Store<CommentsUi> | null;
  onOpen: (id: CommentId) => void;
  /** Mod+Alt+M. */
  onComment: () => void;
  /** My own edit moved the words of a thread to other letters. */
  onMoved: (id: CommentId, range: TextRange) => void;
}

/** The place that is being written about is looked after like a thread. */
const unwritten = 'unwritten' as CommentId;

interface SpotsState {
  ranges: Ranges;
  marks: DecorationSet;
  /** Whether I edited since the ranges were last looked up: then they were carried along by what I did. */
  mine: boolean;
}

const key = new PluginKey<SpotsState>('commentSpots');

export const CommentSpots = Extension.create<CommentSpotsOptions>({
  name: 'commentSpots',
  addOptions: () => ({
    doc: null,
    view: null,
    ui: null,
    onOpen: () => {},
    onComment: () => {},
    onMoved: () => {},
  }),

  addKeyboardShortcuts() {
    return {
      'Mod-Alt-m': () => {
        this.options.onComment();
        return true;
      },
    };
  },

  addProseMirrorPlugins() {
    const { doc, view: comments, ui, onOpen, onMoved } = this.options;
    if (doc === null || comments === null || ui === null) return [];
    const { editor } = this;
    const fragment = doc.getXmlFragment('narrative');

    const look = (): Map<CommentId, TextRange> => {
      const ranges = new Map<CommentId, TextRange>();
      const { writing } = ui.get();
      const pinned = comments.all();
      if (pinned.length === 0 && writing === null) return ranges;
      const places = placesOf(fragment);
      const note = (id: CommentId, anchor: RangeAnchor, quote: string): void => {
        const range = rangeOf(doc, places, anchor, quote);
        if (range) ranges.set(id, range);
      };
      for (const { thread, anchor } of pinned) note(thread.id, anchor, thread.quote);
      if (writing) note(unwritten, writing.anchor, writing.quote);
      return ranges;
    };
    const marked = (state: EditorState, ranges: Ranges): DecorationSet => {
      const { active } = ui.get();
      const resolved = new Set(comments.all().flatMap(({ thread }) => (thread.resolved ? [thread.id] : [])));
      return DecorationSet.create(
        state.doc,
        [...ranges].flatMap(([id, { from, to }]) => {
          if (to > state.doc.content.size || (resolved.has(id) && id !== active)) return [];
          const mark = id === active || id === unwritten ? styles.active : styles.spot;
          return [Decoration.inline(from, to, { class: mark ?? '', 'data-thread': id })];
        }),
      );
    };

    return [
      new Plugin<SpotsState>({
        key,
        state: {
          init: () => ({ ranges: new Map(), marks: DecorationSet.empty, mine: false }),
          apply: (transaction, before, _, state) => {
            const meta = transaction.getMeta(key) as { ranges: Ranges } | undefined;
            if (meta) return { ranges: meta.ranges, marks: marked(state, meta.ranges), mine: false };
            if (!transaction.docChanged) return before;
            return {
              ranges: mapped(before.ranges, transaction),
              marks: before.marks.map(transaction.mapping, state.doc),
              mine: before.mine || transaction.getMeta('y-sync$') === undefined,
            };
          },
        },
        props: {
          decorations: (state) => key.getState(state)?.marks ?? null,
          handleClick: (view, at) => {
            const ranges = key.getState(view.state)?.ranges;
            const hit = comments
              .all()
              .filter(({ thread }) => thread.resolved === null)
              .map(({ thread }) => ({ id: thread.id, range: ranges?.get(thread.id) }))
              .filter(({ range }) => range !== undefined && range.from <= at && at < range.to)
              .toSorted((a, b) => lengthOf(a.range) - lengthOf(b.range))[0];
            if (hit) onOpen(hit.id);
            return false;
          },
        },
        view: (view) => {
          let waiting = false;
          const settle = (): void => {
            waiting = false;
            if (view.isDestroyed) return;
            const before = key.getState(view.state);
            const ranges = look();
            if (before?.mine && editor.isEditable)
              for (const [id, range] of before.ranges) {
                const now = ranges.get(id);
                const moved = range.from < range.to && (now?.from !== range.from || now.to !== range.to);
                if (!moved || id === unwritten) continue;
                ranges.set(id, range);
                onMoved(id, range);
              }
            view.dispatch(view.state.tr.setMeta(key, { ranges }).setMeta('addToHistory', false));
            if (!sameRanges(ranges, ui.get().ranges)) ui.set({ ranges });
          };
          // The shared document learns of my edit in the same turn, after this.
          const ask = (): void => {
            if (waiting) return;
            waiting = true;
            queueMicrotask(settle);
          };
          const stops = [comments.subscribe(ask), ui.subscribe(ask)];
          ask();
          return {
            update: (_, previous) => {
              if (previous.doc.eq(view.state.doc)) return;
              ask();
            },
            destroy: () => {
              for (const stop of stops) stop();
            },
          };
        },
      }),
    ];
  },
});

const mapped = (ranges: Ranges, { mapping }: Transaction): Ranges =>
  new Map([...ranges].map(([id, { from, to }]) => [id, { from: mapping.map(from, 1), to: mapping.map(to, -1) }]));

const lengthOf = (range: TextRange | undefined): number => (range ? range.to - range.from : 0);

const sameRanges = (one: Ranges, other: Ranges): boolean =>
  one.size === other.size &&
  [...one].every(([id, { from, to }]) => other.get(id)?.from === from && other.get(id)?.to === to);
