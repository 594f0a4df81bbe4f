import { getSchema } from '@tiptap/core';
import { EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { describe, expect, it } from 'vitest';
import { contentExtensions } from './extensions.ts';
import {
  carried,
  hideFound,
  languageLensKey,
  paragraphAt,
  takeFound,
  wordsOfBlock,
  type FoundSentence,
} from './language-lens.ts';

const schema = getSchema(contentExtensions());
const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});
const cite = { type: 'cite', attrs: { cardId: 'card-0001', label: '13:05' } };
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const document = (...content: unknown[]) => schema.nodeFromJSON({ type: 'doc', content });

/** The state in which a sentence of the only paragraph was found, with a screen that keeps what is dispatched. */
const screen = (found: FoundSentence, ...content: unknown[]) => {
  const doc = document(paragraph(...content));
  const plugin = new Plugin<FoundSentence | null>({
    key: languageLensKey,
    state: {
      init: () => found,
      apply: (transaction, now, _, state) => {
        const told = transaction.getMeta(languageLensKey) as { found: FoundSentence | null } | undefined;
        return told === undefined ? carried(now, transaction, state) : told.found;
      },
    },
  });
  const view = {
    state: EditorState.create({ doc, plugins: [plugin], selection: TextSelection.atEnd(doc) }),
    editable: true,
    dispatch: (transaction: Transaction) => {
      view.state = view.state.apply(transaction);
    },
    focus: () => undefined,
  };
  return view as unknown as EditorView & { state: EditorState };
};
const blame = 'We forgot to ask.';
const at = (from: number): FoundSentence => ({
  from,
  to: from + blame.length,
  sentence: blame,
  reframe: 'What helps?',
});
const shown = (view: EditorView) => languageLensKey.getState(view.state);

describe('the lens in the narrative', () => {
  it('[L5] reads a paragraph as long as it is: what is no word is one unit', () => {
    const doc = document(paragraph(text('At '), cite, text(' we'), { type: 'hardBreak' }, text('slept.')));
    const block = doc.child(0);
    expect(wordsOfBlock(block)).toBe('At \u{FFFC} we\nslept.');
    expect(wordsOfBlock(block)).toHaveLength(block.content.size);
  });

  it('[L2] looks at paragraphs, also in lists; never at titles, code and quotations', () => {
    const doc = document(
      { type: 'heading', attrs: { level: 2 }, content: [text('Summary')] },
      paragraph(text('One')),
      { type: 'codeBlock', content: [text('two')] },
      { type: 'blockquote', content: [paragraph(text('Three'))] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Four'))] }] },
    );
    const read: string[] = [];
    doc.descendants((node, place) => {
      const found = node.isTextblock ? paragraphAt(doc.resolve(place + 1)) : null;
      if (found) read.push(wordsOfBlock(found.block));
    });
    expect(read).toEqual(['One', 'Four']);
  });

  it('[L30] takes the question in the sentence’s place, with its marks; what it cites stays cited', () => {
    const plain = screen(at(1), text(blame), text(' It rained.'));
    expect(takeFound(plain, 'instead')).toBe(true);
    expect(plain.state.doc.textContent).toBe('What helps? It rained.');
    expect(shown(plain)).toBeNull();
    expect(takeFound(plain, 'instead')).toBe(false);

    const sentence = 'We forgot \u{FFFC} to ask.';
    const cited = screen(
      { from: 1, to: 1 + sentence.length, sentence, reframe: 'What helps?' },
      text('We forgot ', 'bold'),
      cite,
      text(' to ask.', 'bold'),
    );
    takeFound(cited, 'instead');
    expect(cited.state.doc.child(0).toJSON()).toMatchObject({
      content: [{ text: 'What helps? ', marks: [{ type: 'bold' }] }, { type: 'cite' }],
    });
  });

  it('[L30] keeps both when asked to, and does not bring the sentence up again', () => {
    const view = screen(at(1), text(`${blame} It rained.`));
    takeFound(view, 'beside');
    expect(view.state.doc.textContent).toBe(`${blame} What helps? It rained.`);
    expect(shown(view)).toBeNull();
  });

  it('[L20] goes along with what others write before it, and ends where its words change or the caret leaves', () => {
    const write = (place: number, words: string) => {
      const view = screen(at(4), text(`So. ${blame} It rained.`));
      const start = { ...at(5) };
      view.dispatch(view.state.tr.setMeta(languageLensKey, { found: start }));
      view.dispatch(view.state.tr.insertText(words, place));
      return shown(view);
    };
    expect(write(1, 'Well. ')).toMatchObject({ from: 11, sentence: blame });
    expect(write(9, 'x')).toBeNull();
    const anew = screen(at(1), text(blame));
    const whole = document(paragraph(text('Before.')), paragraph(text(blame)));
    const put = anew.state.tr.replaceWith(0, anew.state.doc.content.size, whole.content);
    anew.dispatch(put.setSelection(TextSelection.atEnd(put.doc)));
    expect(shown(anew)).toMatchObject({ from: 10, to: 10 + blame.length });

    const view = screen(at(1), text(blame));
    view.dispatch(view.state.tr.insert(view.state.doc.content.size, schema.nodeFromJSON(paragraph(text('Next')))));
    expect(shown(view)).not.toBeNull();
    view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
    expect(shown(view)).toBeNull();
  });

  it('[L20] left alone, it is hidden', () => {
    const view = screen(at(1), text(blame));
    hideFound(view, true);
    expect(shown(view)).toBeNull();
  });
});
