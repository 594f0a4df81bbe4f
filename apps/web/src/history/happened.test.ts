import { beginThread } from '@hearth/board/comments';
import { compareBoards } from '@hearth/board/compare';
import { writeNarrative } from '@hearth/board/narrative';
import {
  addCard,
  addColumn,
  addLink,
  changeCard,
  editText,
  moveCard,
  openWriter,
  removeCard,
  type NewCard,
} from '@hearth/board/operations';
import { snapshotOf } from '@hearth/board/snapshot';
import type { CardId, ColumnId, CommentId, LinkId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { happeningsOf, marksOf, summaryOf } from './happened.ts';
import { restoredWords, restoreSentence } from './RestoreDialog.tsx';

const id = (name: string): CardId => `card-${name.padStart(4, '0')}` as CardId;
const factor = (name: string, text = name): NewCard => ({ kind: 'factor', id: id(name), category: 'human', text });
const priya = { author: { id: null, name: 'Priya Raman' }, nowMs: 0 };
const nobody = { author: null, nowMs: 0 };

const never = (): boolean => false;

const story = () => {
  const writer = openWriter(new Y.Doc());
  for (const name of ['a', 'b', 'c', 'd']) addCard(writer, factor(name), priya);
  addLink(writer, { id: 'link-0001' as LinkId, from: id('a'), to: id('b'), meaning: 'led-to' });
  addLink(writer, { id: 'link-0002' as LinkId, from: id('c'), to: id('d'), meaning: 'led-to' });
  const before = snapshotOf(writer.board.doc);
  addCard(writer, { kind: 'learning', id: id('l'), text: 'Accepted is not printed' }, priya);
  addCard(writer, { kind: 'learning', id: id('m'), text: 'Anonymous' }, nobody);
  removeCard(writer, id('a'));
  editText(writer, id('b'), { index: 0, remove: 0, insert: 'Now ' });
  changeCard(writer, id('b'), { evidence: [{ label: '', url: 'https://graphs.example.org/' }] });
  moveCard(writer, id('d'), snapshotOf(writer.board.doc).cards, 'first');
  addColumn(writer, { id: 'column-01' as ColumnId, name: 'Tomasz', role: '' });
  writeNarrative(writer.board.narrative, {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Labels stopped.' }] }],
  });
  beginThread(writer, { id: 'comment-1' as CommentId, range: { from: 1, to: 7 }, text: 'All of them?' }, priya);
  const after = snapshotOf(writer.board.doc);
  return { before, after, comparison: compareBoards(before, after) };
};

describe('what happened', () => {
  it('[Q8] says every difference once, under its zone', () => {
    const { comparison, ...boards } = story();
    const told = happeningsOf(comparison, { ...boards, wasThere: never }).map(({ name, happenings }) => [
      name,
      happenings.map(({ verb, label }) => `${label}: ${verb}`),
    ]);
    expect(told).toEqual([
      ['Perspectives', ['Column of Tomasz: added']],
      ['Factors', ['Now b: text and evidence changed', 'd: moved', 'a: removed']],
      ['Learnings', ['Accepted is not printed: added', 'Anonymous: added']],
      ['Narrative', ['Labels stopped.: added', 'On “Labels”: All of them?: comment added']],
    ]);
  });

  it('[Q7] names who added a card or a comment where these do, and nobody else', () => {
    const { comparison, ...boards } = story();
    const who = happeningsOf(comparison, { ...boards, wasThere: never }).flatMap(({ happenings }) =>
      happenings.map((one) => [one.label, one.who]),
    );
    expect(who.filter(([, name]) => name !== null)).toEqual([
      ['Accepted is not printed', 'Priya Raman'],
      ['On “Labels”: All of them?', 'Priya Raman'],
    ]);
    const marks = marksOf(comparison, never);
    expect([...marks].map(([card, { label }]) => [card, label])).toEqual([
      [id('l'), 'Priya'],
      [id('m'), 'added'],
      [id('b'), 'changed'],
      [id('d'), 'moved'],
    ]);
    expect(marks.get(id('l'))?.spoken).toBe('Added here by Priya Raman');
  });

  it('[Q7] a card that had been there came back: nobody is said to have added it', () => {
    const { comparison, ...boards } = story();
    const wasThere = (card: CardId): boolean => card === id('l');
    const told = happeningsOf(comparison, { ...boards, wasThere }).flatMap(({ happenings }) => happenings);
    expect(told.find(({ card }) => card === id('l'))).toMatchObject({ who: null, verb: 'came back' });
    expect(marksOf(comparison, wasThere).get(id('l'))).toMatchObject({ label: 'back', spoken: 'Came back here' });
  });

  it('[Q8] sums up in a line, and says nothing where nothing is different', () => {
    const { comparison, after } = story();
    expect(summaryOf(comparison)).toBe(
      '2 cards added, 1 removed, 1 changed, 1 moved; columns changed; 1 paragraph of the narrative changed; 1 comment added',
    );
    expect(summaryOf(compareBoards(after, after))).toBe('');
  });

  it('[Q8] tells a link that went by itself', () => {
    const { after } = story();
    const without = { ...after, links: [] };
    const zones = happeningsOf(compareBoards(after, without), {
      before: after,
      after: without,
      wasThere: never,
    });
    expect(zones.flatMap(({ happenings }) => happenings.map(({ label, verb }) => [label, verb]))).toEqual([
      ['Link from “c” to “d”', 'removed'],
    ]);
  });
});

describe('a restore', () => {
  it('[Q10] says what will come back, go and change', () => {
    const { before, after } = story();
    expect(restoreSentence(compareBoards(after, before))).toBe(
      '1 card comes back, 2 go and 2 change. 1 paragraph of the narrative changes. Columns of the perspectives change.',
    );
  });

  it('[Q10] says what it did', () => {
    expect(restoredWords({ undo: null, cameBack: 2, went: 1, changed: 0, paragraphs: 3 })).toBe(
      '2 cards came back, 1 card went and 3 paragraphs of the narrative changed.',
    );
  });
});
