import { expect, test } from 'vitest';
import { filesIn, type NarrativeNode } from './narrative.ts';

const picture = (attrs: Record<string, unknown>): NarrativeNode => ({ type: 'image', attrs });

test('[M15] the files of pictures are found wherever they stand, in order, and what is none is left out', () => {
  const list: NarrativeNode = {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [picture({ file: 'picture-0002', src: '' })] }],
  };
  const others = [{ file: '../secret' }, { file: 7 }, { src: 'https://graphs.example/q.png' }, {}].map(picture);
  const cite: NarrativeNode = { type: 'cite', attrs: { file: 'picture-0009' } };
  const document = { type: 'doc', content: [picture({ file: 'picture-0001' }), ...others, cite, list] };
  expect(filesIn(document)).toEqual(['picture-0001', 'picture-0002']);
});

test('[M15] a document that nests without end is read as far as honest ones go', () => {
  let node = picture({ file: 'picture-0001' });
  for (let depth = 0; depth < 50_000; depth += 1) node = { type: 'blockquote', content: [node] };
  expect(filesIn(node)).toEqual([]);
});
