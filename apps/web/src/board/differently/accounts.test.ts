import { tellDifferently } from '@hearth/board/differently';
import { addCard, addColumn, addLink, openWriter } from '@hearth/board/operations';
import { openView } from '@hearth/board/view';
import type { CardId, ColumnId, LinkId, ParticipantId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { relationParts, relationSentences, relationsOf, relationWords } from '../relations.ts';
import { disagreementsIn, tellerOf, tiesOf } from './accounts.ts';

const by = (name: string) => ({ author: { id: `person-${name}` as ParticipantId, name }, nowMs: 0 });
const event = 'event-001' as CardId;
const factor = 'factor-01' as CardId;
const account = 'account-1' as CardId;

const open = (author = true) => {
  const writer = openWriter(new Y.Doc());
  addColumn(writer, { id: 'column-priya' as ColumnId, name: 'Priya', role: '' });
  addCard(
    writer,
    {
      kind: 'event',
      id: event,
      text: 'Four calls',
      at: 1,
      endAt: null,
      precision: 'exact',
      eventKind: 'detection',
      lane: '',
      key: false,
    },
    by('Priya'),
  );
  addCard(writer, { kind: 'factor', id: factor, text: 'One firmware', category: 'technical' }, by('Priya'));
  addLink(writer, { id: 'link-0001' as LinkId, from: factor, to: event, meaning: 'led-to' });
  tellDifferently(
    writer,
    { id: account, link: 'link-0002' as LinkId, about: event, text: 'It was three', facet: 'saw' },
    author ? by('Ada') : { author: null, nowMs: 0 },
  );
  return openView(writer.board.doc);
};

describe('accounts that differ, on the screen', () => {
  it('[B71] the tie is told in words from both ends, apart from what explains', () => {
    const view = open();
    const about = relationsOf(view.links(), event);
    expect(relationSentences(view, about)).toEqual([
      '“One firmware” led to this',
      'Ada saw it differently: “It was three”',
    ]);
    expect(relationWords(about)).toBe('from 1, told differently');
    expect(relationParts(about).map(({ words }) => words)).toEqual(['from 1', 'told differently 1']);
    expect(relationSentences(view, relationsOf(view.links(), account))).toEqual([
      'tells it differently from “Four calls”',
    ]);
    expect(tiesOf(view.links(), event).map(({ from }) => from)).toEqual([account]);
    expect(tiesOf(view.links(), factor)).toEqual([]);
    view.destroy();
  });

  it('[B72] who told it is named where the card names them; nobody is guessed', () => {
    const view = open();
    expect(disagreementsIn(view)).toMatchObject([{ about: { id: event }, account: { id: account }, discussed: false }]);
    expect(tellerOf(view.card(account), view)).toBe('Ada');
    expect(tellerOf(undefined, view)).toBe('Somebody');
    view.destroy();
    const nameless = open(false);
    expect(tellerOf(nameless.card(account), nameless)).toBe('Somebody');
    nameless.destroy();
  });
});
