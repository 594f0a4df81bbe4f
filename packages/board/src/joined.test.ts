import type { CardId, CommentId, ParticipantId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { EventCard } from './cards.ts';
import { beginCardThread, viewComments } from './comments.ts';
import { compareBoards } from './compare.ts';
import { joinEvents, partEvent, setApart } from './join-events.ts';
import { addCard, addLink, openWriter, removeCard, type NewCard } from './operations.ts';
import { toggleReaction } from './reactions.ts';
import { restoreBoard } from './restore.ts';
import { snapshotOf } from './snapshot.ts';
import { openView } from './view.ts';

const minute = 60_000;
const by = (name: string) => ({ author: { id: null, name }, nowMs: 5 });
const moment = (id: string, at: number, lane: string, text = `told in ${lane}`): NewCard => ({
  kind: 'event',
  id: `card-${id}` as CardId,
  text,
  at: at * minute,
  endAt: null,
  precision: 'exact',
  eventKind: 'action',
  lane,
  key: false,
});
const id = (name: string): CardId => `card-${name}` as CardId;

const board = () => {
  const doc = new Y.Doc();
  const writer = openWriter(doc);
  addCard(writer, moment('priya', 10, 'Priya'), by('Priya'));
  addCard(
    writer,
    { ...moment('tomasz', 12, 'Tomasz'), evidence: [{ label: 'log', url: 'https://a.example/1' }] },
    by('Tomasz'),
  );
  addCard(writer, moment('maya', 11, 'Maya'), by('Maya'));
  addCard(
    writer,
    { kind: 'factor', id: id('factor'), text: 'A condition', category: 'technical', theme: null },
    by('Maya'),
  );
  return { doc, writer };
};
const events = (doc: Y.Doc): EventCard[] => snapshotOf(doc).cards.filter((card) => card.kind === 'event');

describe('tellings of one moment', () => {
  it('[J1] joined cards are one, with both wordings, sources and evidence', () => {
    const { doc, writer } = board();
    expect(joinEvents(writer, id('priya'), id('tomasz'))).toBe(true);
    const [kept, maya] = events(doc);
    expect([kept?.id, maya?.id]).toEqual(['card-priya', 'card-maya']);
    expect(kept?.text).toBe('told in Priya');
    expect(kept?.tellings).toMatchObject([
      {
        id: 'card-tomasz',
        text: 'told in Tomasz',
        lane: 'Tomasz',
        author: { name: 'Tomasz' },
        at: 12 * minute,
        evidence: [{ url: 'https://a.example/1' }],
      },
    ]);
  });

  it('[J2] joining is one step of undo, and can be taken apart at any later time', () => {
    const { doc, writer } = board();
    const before = snapshotOf(doc);
    joinEvents(writer, id('priya'), id('tomasz'));
    writer.undo.undo();
    expect(snapshotOf(doc)).toEqual(before);
    joinEvents(writer, id('priya'), id('tomasz'));
    joinEvents(writer, id('maya'), id('priya'));
    expect(events(doc)).toHaveLength(1);
    expect(events(doc)[0]?.tellings?.map((telling) => telling.id)).toEqual(['card-priya', 'card-tomasz']);
    expect(partEvent(writer, id('priya'))).toBe(true);
    expect(partEvent(writer, id('tomasz'))).toBe(true);
    expect(partEvent(writer, id('tomasz'))).toBe(false);
    expect(snapshotOf(doc)).toEqual(before);
  });

  it('[J3] links of a joined card are links of the one that shows it, once', () => {
    const { doc, writer } = board();
    addLink(writer, { id: 'link-aaa' as never, from: id('factor'), to: id('priya'), meaning: 'led-to' });
    addLink(writer, { id: 'link-bbb' as never, from: id('factor'), to: id('tomasz'), meaning: 'contributed' });
    addLink(writer, { id: 'link-ccc' as never, from: id('factor'), to: id('maya'), meaning: 'contributed' });
    joinEvents(writer, id('priya'), id('tomasz'));
    const told = (links: readonly { id: string; to: string }[]) => links.map((link) => `${link.id} ${link.to}`);
    expect(told(snapshotOf(doc).links)).toEqual(['link-aaa card-priya', 'link-ccc card-maya']);
    expect(told(openView(doc).links())).toEqual(['link-aaa card-priya', 'link-ccc card-maya']);
  });

  it('[J9] reactions to either are shown once a person, and are taken back wherever they were given', () => {
    const { doc, writer } = board();
    const person = (name: string) => ({ id: `person-${name}` as ParticipantId, name, mark: null, nameless: false });
    toggleReaction(writer, id('priya'), 'more', person('Ada'));
    toggleReaction(writer, id('tomasz'), 'more', person('Ada'));
    toggleReaction(writer, id('tomasz'), 'same-here', person('Ben'));
    joinEvents(writer, id('priya'), id('tomasz'));
    const told = () => events(doc)[0]?.reactions?.map(({ kind, name }) => `${name} ${kind}`) ?? [];
    expect(told().toSorted()).toEqual(['Ada more', 'Ben same-here']);
    expect(toggleReaction(writer, id('priya'), 'same-here', person('Ben'))).toBe('taken-back');
    expect(toggleReaction(writer, id('priya'), 'more', person('Ada'))).toBe('taken-back');
    expect(told()).toEqual([]);
    writer.undo.undo();
    expect(told()).toEqual(['Ada more']);
  });

  it('[J9] what is said about a joined card is said at the one that shows it, and goes with it when they are parted', () => {
    const { doc, writer } = board();
    beginCardThread(writer, { id: 'comment-1' as CommentId, card: id('tomasz'), text: 'Who called?' }, by('Ada'));
    const view = viewComments(doc, openView(doc));
    let told = 0;
    const stop = view.subscribe(() => (told += 1));
    const at = () => view.threads().map(({ card }) => card);
    expect(at()).toEqual(['card-tomasz']);
    joinEvents(writer, id('priya'), id('tomasz'));
    expect([at(), told]).toEqual([['card-priya'], 1]);
    addCard(writer, moment('sam', 20, 'Sam'), by('Sam'));
    expect(told).toBe(1);
    partEvent(writer, id('tomasz'));
    expect([at(), told]).toEqual([['card-tomasz'], 2]);
    stop();
  });

  it('[J4] removing a card removes what was joined to it, in one step of undo', () => {
    const { doc, writer } = board();
    joinEvents(writer, id('priya'), id('tomasz'));
    const before = snapshotOf(doc);
    removeCard(writer, id('priya'));
    expect(events(doc).map((event) => event.id)).toEqual(['card-maya']);
    writer.undo.undo();
    expect(snapshotOf(doc)).toEqual(before);
  });

  it('[J5] two people who join in opposite ways at once lose no telling', () => {
    const { doc } = board();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    joinEvents(openWriter(doc), id('priya'), id('tomasz'));
    joinEvents(openWriter(other), id('tomasz'), id('priya'));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    expect(snapshotOf(doc)).toEqual(snapshotOf(other));
    const texts = events(doc).flatMap((event) => [
      event.text,
      ...(event.tellings ?? []).map((telling) => telling.text),
    ]);
    expect(texts.toSorted()).toEqual(['told in Maya', 'told in Priya', 'told in Tomasz']);
  });

  it('[J5] whatever points at whatever, every event is shown exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 8 }), (targets) => {
        const doc = new Y.Doc();
        const writer = openWriter(doc);
        targets.forEach((_, index) => addCard(writer, moment(`num${index}`, index, `${index}`), by('Maya')));
        targets.forEach((target, index) => {
          (writer.board.cards.get(`card-num${index}`) as Y.Map<unknown>).set('into', `card-num${target}`);
        });
        const shown = events(doc).flatMap((event) => [
          event.id,
          ...(event.tellings ?? []).map((telling) => telling.id),
        ]);
        expect(shown.toSorted()).toEqual(targets.map((_, index) => `card-num${index}`).toSorted());
        const view = openView(doc);
        expect(view.list('event')).toEqual(events(doc));
      }),
    );
  });

  it('[V1] a joined card stays the same object until one of its tellings changes', () => {
    const { doc, writer } = board();
    joinEvents(writer, id('priya'), id('tomasz'));
    const view = openView(doc);
    const before = view.card(id('priya'));
    const links = view.links();
    addCard(writer, moment('more', 20, ''), by('Maya'));
    expect(view.card(id('priya'))).toBe(before);
    expect(view.links()).not.toBe(undefined);
    expect(links).toEqual(view.links());
    expect([view.shownBy(id('tomasz')), view.shownBy(id('maya'))]).toEqual([id('priya'), id('maya')]);
    partEvent(writer, id('tomasz'));
    expect(view.shownBy(id('tomasz'))).toBe(id('tomasz'));
    expect(view.card(id('priya'))).not.toHaveProperty('tellings');
    expect(view.card(id('tomasz'))?.text).toBe('told in Tomasz');
  });

  it('[J7] what stays apart is said at both, told in the history, and restored', () => {
    const { doc, writer } = board();
    const before = new Y.Doc();
    Y.applyUpdate(before, Y.encodeStateAsUpdate(doc));
    const start = snapshotOf(doc);
    setApart(writer, id('priya'), id('tomasz'), 'differently');
    expect(events(doc).map((event) => event.apart)).toEqual([
      [{ id: 'card-tomasz', how: 'differently' }],
      [{ id: 'card-priya', how: 'differently' }],
      undefined,
    ]);
    expect(compareBoards(start, snapshotOf(doc)).changed.map(({ aspects }) => aspects)).toEqual([
      ['tellings'],
      ['tellings'],
    ]);
    restoreBoard(doc, before, 'test');
    expect(snapshotOf(doc)).toEqual(start);
    setApart(writer, id('priya'), id('tomasz'), 'another');
    setApart(writer, id('priya'), id('tomasz'), null);
    expect(snapshotOf(doc)).toEqual(start);
  });
});
