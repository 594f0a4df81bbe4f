import { writeNarrative } from '@hearth/board/narrative';
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { headingsIn, viewHeadings } from './narrative-headings.ts';

const text = (words: string) => [{ type: 'text', text: words }];

const written = () => {
  const fragment = new Y.Doc().getXmlFragment('narrative');
  writeNarrative(fragment, {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: text('What happened') },
      { type: 'paragraph', content: text('Nobody could tell.') },
      { type: 'heading', attrs: { level: 'third' }, content: text('From inside') },
      { type: 'heading', attrs: { level: 3 } },
    ],
  });
  return fragment;
};

describe('[O10] headings of the narrative', () => {
  it('are told with their place; one without words is none, an odd level is the usual one', () => {
    expect(headingsIn(written())).toEqual([
      { block: 0, level: 2, title: 'What happened' },
      { block: 2, level: 2, title: 'From inside' },
    ]);
  });

  it('are told anew when one changes, and not for a letter in a paragraph', () => {
    const fragment = written();
    const headings = viewHeadings(fragment);
    const listener = vi.fn();
    const stop = headings.subscribe(listener);
    const before = headings.get();
    const paragraph = fragment.get(1);
    if (paragraph instanceof Y.XmlElement) (paragraph.get(0) as Y.XmlText).insert(0, 'x');
    expect(listener).not.toHaveBeenCalled();
    expect(headings.get()).toBe(before);
    fragment.delete(0, 1);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(headings.get()).toEqual([{ block: 1, level: 2, title: 'From inside' }]);
    stop();
  });
});
