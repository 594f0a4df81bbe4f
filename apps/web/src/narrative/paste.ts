// Large pastes: put in piece by piece, so that each is a change that the server takes, and cut where a document would choke.
import { Extension } from '@tiptap/core';
import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';

/** Characters that one paste may bring; the rest is left out, and the person is told. */
export const longestPaste = 200_000;
const longestParagraph = 8_000;
const piece = { characters: 8_000, nodes: 200 };

export interface PasteOptions {
  onCut: () => void;
}

export const LargePaste = Extension.create<PasteOptions>({
  name: 'largePaste',
  addOptions: () => ({ onCut: () => {} }),
  addProseMirrorPlugins() {
    const { options } = this;
    return [
      new Plugin({
        props: {
          handlePaste: (view, _, slice) => {
            if (slice.content.size <= piece.characters && countOf(slice.content) <= piece.nodes) return false;
            const { state } = view;
            // Inside a list, a table or code the words go where they are, as words.
            const nested = state.selection.$from.depth > 1 || state.selection.$from.parent.type.spec.code === true;
            const { pieces, cut } = piecesOf(slice.content, state.schema, nested);
            for (const blocks of pieces) {
              const { tr } = view.state;
              view.dispatch(tr.replaceSelection(new Slice(Fragment.from(blocks), 0, 0)).scrollIntoView());
              const end = TextSelection.findFrom(view.state.selection.$to, -1, true);
              if (end) view.dispatch(view.state.tr.setSelection(end));
            }
            if (cut) options.onCut();
            return true;
          },
        },
      }),
    ];
  },
});

/** Blocks in groups, each small enough for one change. @param plain  as paragraphs, whatever they were. */
export const piecesOf = (content: Fragment, schema: Schema, plain = false): { pieces: Node[][]; cut: boolean } => {
  const pieces: Node[][] = [];
  let room = longestPaste;
  let cut = false;
  let open = { characters: 0, nodes: 0 };
  const put = (block: Node): void => {
    const size = { characters: block.content.size, nodes: countOf(Fragment.from(block)) };
    const full = open.characters + size.characters > piece.characters || open.nodes + size.nodes > piece.nodes;
    if (pieces.length === 0 || full) {
      pieces.push([]);
      open = { characters: 0, nodes: 0 };
    }
    pieces.at(-1)?.push(block);
    open = { characters: open.characters + size.characters, nodes: open.nodes + size.nodes };
  };
  content.forEach((node) => {
    if (room <= 0) {
      cut = true;
      return;
    }
    const block = node.isInline ? schema.node('paragraph', null, node) : node;
    const small = block.content.size <= longestParagraph && countOf(Fragment.from(block)) <= piece.nodes;
    if (small && block.content.size <= room && !plain) {
      room -= block.content.size;
      put(block);
      return;
    }
    for (const words of paragraphsOf(block)) {
      const kept = words.slice(0, room).toWellFormed();
      cut ||= kept.length < words.length;
      room -= kept.length;
      if (kept !== '') put(schema.node('paragraph', null, schema.text(kept)));
    }
  });
  return { pieces, cut };
};

/** The words of a block as paragraphs, none longer than one change may be. */
const paragraphsOf = (block: Node): string[] =>
  block
    .textBetween(0, block.content.size, '\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''))
    .split('\n')
    .flatMap((line) => {
      const parts: string[] = [];
      for (let rest = line; rest !== '';) {
        const space = rest.length > longestParagraph ? rest.lastIndexOf(' ', longestParagraph) : rest.length;
        const end = cleanEnd(rest, space > longestParagraph / 2 ? space : Math.min(rest.length, longestParagraph));
        parts.push(rest.slice(0, end));
        rest = rest.slice(end);
      }
      return parts;
    });

/** Not within a sign that takes two places. */
const cleanEnd = (text: string, end: number): number =>
  end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;

const countOf = (content: Fragment): number => {
  let count = 0;
  content.descendants(() => {
    count += 1;
  });
  return count;
};
