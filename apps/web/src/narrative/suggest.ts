// Watches for `/` at a line's start and `@` before a name, and tells what is being typed after it. The list itself is React's.
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';

export interface Asked {
  kind: 'insert' | 'mention';
  /** The sign and what was typed after it. */
  from: number;
  to: number;
  query: string;
}

/** What the list tells the editor about itself, for those who hear it. */
export interface ShownList {
  id: string;
  /** Element id of the option that Enter takes; null where there is none. */
  active: string | null;
}

interface SuggestState {
  asked: Asked | null;
  /** Where a sign stands that was waved away with Escape. */
  dismissed: number | null;
  shown: ShownList | null;
}

export interface SuggestOptions {
  /** @returns whether the key meant something to the list. */
  onKey: (event: KeyboardEvent) => boolean;
  onAsked: (asked: Asked | null) => void;
}

const key = new PluginKey<SuggestState>('suggest');
const longestQuery = 40;
const nothing: SuggestState = { asked: null, dismissed: null, shown: null };

/** What the caret stands after: a sign, and no more than a few words. */
export const askedAt = (state: EditorState): Asked | null => {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  if ($from.marks().some((mark) => mark.type.spec.code)) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, '\n', '\u{FFFC}');
  const found = /^\/([\p{L}\p{N}][^\n\u{FFFC}]*)?$/u.exec(before);
  const named = found ? null : /(?:^|[\s(\u{FFFC}])@((?:[\p{L}\p{M}'’.-]+ ?){0,3})$/u.exec(before);
  const query = (found ?? named)?.[1] ?? '';
  if ((!found && !named) || query.length > longestQuery) return null;
  return {
    kind: found ? 'insert' : 'mention',
    from: $from.pos - query.length - 1,
    to: $from.pos,
    query,
  };
};

export const Suggest = Extension.create<SuggestOptions>({
  name: 'suggest',
  // Before the keys of lists and tables: Enter and the arrows are the list's while it is open.
  priority: 1_000,

  addOptions: () => ({ onKey: () => false, onAsked: () => {} }),

  addProseMirrorPlugins() {
    const { options, editor } = this;
    return [
      new Plugin<SuggestState>({
        key,
        state: {
          init: () => nothing,
          apply: (transaction, before, _, state) => {
            const meta = transaction.getMeta(key) as Partial<SuggestState> | undefined;
            const dismissed = before.dismissed === null ? null : transaction.mapping.map(before.dismissed);
            const next = { ...before, dismissed, ...meta };
            if (!editor.isEditable) return nothing;
            // Typing asks; a caret that only comes by does not.
            const open = before.asked !== null || (transaction.docChanged && !isRemote(transaction.getMeta('y-sync$')));
            const asked = open ? askedAt(state) : null;
            if (asked === null) return nothing;
            return { ...next, asked: asked.from === next.dismissed ? null : asked };
          },
        },
        view: () => ({
          update: (view, previous) => {
            const now = key.getState(view.state)?.asked ?? null;
            if (JSON.stringify(now) !== JSON.stringify(key.getState(previous)?.asked ?? null)) options.onAsked(now);
          },
          destroy: () => options.onAsked(null),
        }),
        props: {
          handleKeyDown: (view, event) => {
            const asked = key.getState(view.state)?.asked ?? null;
            if (asked === null || event.isComposing) return false;
            if (event.key === 'Escape') {
              view.dispatch(view.state.tr.setMeta(key, { dismissed: asked.from }));
              return true;
            }
            return options.onKey(event);
          },
          attributes: (state): Record<string, string> => {
            const { asked, shown } = key.getState(state) ?? nothing;
            if (asked === null || shown === null) return {};
            return {
              'aria-autocomplete': 'list',
              'aria-haspopup': 'listbox',
              'aria-controls': shown.id,
              ...(shown.active === null ? {} : { 'aria-activedescendant': shown.active }),
            };
          },
        },
      }),
    ];
  },

  addCommands: () => ({
    showSuggestions:
      (shown) =>
      ({ tr, dispatch }) => {
        dispatch?.(tr.setMeta(key, { shown }));
        return true;
      },
  }),
});

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    suggest: { showSuggestions: (shown: ShownList | null) => ReturnType };
  }
}

const isRemote = (meta: unknown): boolean =>
  typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true;
