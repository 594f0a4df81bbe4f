import { readClip } from '@hearth/board/clip';
import { addCard, addColumn, openWriter } from '@hearth/board/operations';
import { openView } from '@hearth/board/view';
import { rowsOfPaste } from '@hearth/learning/timeline/paste';
import type { CardId, ColumnId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { forClipboard } from './write-clip.ts';

const day = Date.UTC(2026, 10, 12);
const id = (name: string): CardId => `card-${name}` as CardId;
const by = { author: null, nowMs: 1 };

const open = () => {
  const doc = new Y.Doc();
  const writer = openWriter(doc);
  const event = (name: string, text: string, minute: number, lane = '') =>
    addCard(
      writer,
      {
        kind: 'event',
        id: id(name),
        text,
        at: day + minute * 60_000,
        endAt: null,
        precision: 'exact',
        eventKind: 'detection',
        lane,
        key: false,
      },
      by,
    );
  addColumn(writer, { id: 'column-1' as ColumnId, name: 'Mara', role: '' });
  event('late', 'Rolled back', 900, 'Support');
  event('early', 'Four calls\nfrom Oldham', 864);
  addCard(
    writer,
    { kind: 'perspective', id: id('saw'), text: 'Green', columnId: 'column-1' as ColumnId, facet: 'saw' },
    by,
  );
  addCard(writer, { kind: 'factor', id: id('factor'), text: '<b>"One" & only</b>', category: 'human' }, by);
  return openView(doc);
};
const all = ['factor', 'saw', 'late', 'early'].map(id);

describe('[B24] cards on the clipboard', () => {
  it('are lines with times and kinds, in the order of the board', () => {
    const { text } = forClipboard(all, { view: open(), anchorMs: day, zone: 'UTC' });
    expect(text.split('\n')).toEqual([
      '14:24  Detection: Four calls',
      '  from Oldham',
      '15:00  Detection (Support): Rolled back',
      'Mara, saw: Green',
      'Human factor: <b>"One" & only</b>',
    ]);
  });

  it('are a table in which nothing is markup but the table', () => {
    const { html } = forClipboard([id('factor'), id('early')], { view: open(), anchorMs: day, zone: 'UTC' });
    expect(html).toContain('<td>14:24</td><td>Detection</td><td>Four calls<br>from Oldham</td>');
    expect(html).toContain('<td>&lt;b&gt;&quot;One&quot; &amp; only&lt;/b&gt;</td>');
    expect(html).not.toContain('<b>');
  });

  it('carry a clip in their own type and in the table', () => {
    const { clip, html } = forClipboard(all, { view: open(), anchorMs: day, zone: 'UTC' });
    expect(readClip(JSON.parse(clip))?.cards.map((card) => card.kind)).toEqual([
      'event',
      'event',
      'perspective',
      'factor',
    ]);
    const carried = /data-hearth-cards="([^"]*)"/.exec(html)?.[1] ?? '';
    const unescaped = carried
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    expect(unescaped).toBe(clip);
  });

  it('read back as events where only the lines came through', () => {
    const { text } = forClipboard([id('late'), id('early')], { view: open(), anchorMs: day, zone: 'UTC' });
    const rows = rowsOfPaste({ text, cells: null }, { date: '2026-11-12', zone: 'UTC', events: true });
    expect(rows.map((row) => row.at)).toEqual(['2026-11-12T14:24:00.000Z', '2026-11-12T15:00:00.000Z']);
  });
});
