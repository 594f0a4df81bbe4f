import { sameMoments } from '@hearth/board/same-moments';
import { standsBehind } from '@hearth/board/timeline';
import type { CardId, ParticipantId } from '@hearth/review/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { spokenCard } from '../cards/spoken.ts';
import { boardCommands } from '../commands.tsx';
import { openBoardSession } from '../session.tsx';
import { changeTimelineView, setAxisControls } from './timeline-view.ts';

const at = Date.UTC(2026, 10, 12, 13);
const minute = 60_000;
const me = { participantId: 'person-0001' as ParticipantId, name: 'Priya Raman' };

// Focus moves after the next paint; here is no screen.
beforeEach(() => vi.stubGlobal('requestAnimationFrame', () => 0));
afterEach(() => {
  vi.unstubAllGlobals();
  setAxisControls(null);
  changeTimelineView({ lanes: 'lane' });
});

const open = (canWrite = true) => {
  const doc = new Y.Doc();
  const session = openBoardSession({
    doc,
    awareness: new Awareness(doc),
    zone: 'Europe/London',
    startedAt: at,
    canWrite,
    me,
  });
  const said: string[] = [];
  const toasts: { words: string; undo: () => void }[] = [];
  const commands = boardCommands(
    session,
    (words) => said.push(words),
    (words, options) => toasts.push({ words, undo: options?.action?.onSelect ?? (() => undefined) }),
  );
  const note = (words: string, minutes: number | null, lane = ''): CardId => {
    const id = commands.add(`event/${lane}`, words, minutes === null ? {} : { at: at + minutes * minute });
    if (id === null) throw new Error('it is noted');
    return id;
  };
  const event = (id: CardId) => {
    const card = session.view.card(id);
    if (card?.kind !== 'event') throw new Error('it is an event');
    return card;
  };
  return { session, commands, said, toasts, note, event };
};

describe('[B57] tellings of one moment', () => {
  it('are joined, and taken apart by the offer that stands beside what was done', () => {
    const { session, commands, toasts, note, event } = open();
    const [mine, other] = [note('Four calls', 24, 'Priya'), note('Four calls came', 25, 'Tomasz')];
    commands.join(mine, other);
    expect(event(mine).tellings?.map(({ text }) => text)).toEqual(['Four calls came']);
    expect(session.view.shownBy(other)).toBe(mine);
    toasts.at(-1)?.undo();
    expect(session.view.list('event')).toHaveLength(2);
    commands.join(mine, other);
    commands.part(other);
    expect(event(other).lane).toBe('Tomasz');
  });

  it('that are kept apart are not suggested again', () => {
    const { session, commands, toasts, note } = open();
    const [mine, other] = [note('Four calls', 24, 'Priya'), note('Four calls came', 25, 'Tomasz')];
    expect(sameMoments(session.view.list('event'))).toHaveLength(1);
    commands.setApart(mine, other, 'differently');
    expect(sameMoments(session.view.list('event'))).toHaveLength(0);
    toasts.at(-1)?.undo();
    expect(sameMoments(session.view.list('event'))).toHaveLength(1);
  });
});

describe('[B55] as it was known then', () => {
  it('is heard without what is known only now', () => {
    const { session, commands, note, event } = open();
    const id = note('Every panel was green', 0);
    commands.change(id, { knownThen: 'The gateway said accepted', knownNow: 'Accepted comes before the label' });
    const told = (asThen: boolean): string =>
      spokenCard(event(id), { to: [], from: [] }, { view: session.view, anchorMs: at, zone: session.zone, asThen });
    expect(told(false)).toContain('Known only now: Accepted comes before the label.');
    expect(told(true)).toContain('Known then: The gateway said accepted.');
    expect(told(true)).not.toContain('Accepted comes');
  });
});

describe('[B56] a step by key', () => {
  it('is as wide as a hand could aim at, ten times that with Shift, and is said', () => {
    const { commands, said, note, event } = open();
    const id = note('Paged', 30);
    setAxisControls({ zoom: () => undefined, snapMs: 5000 });
    commands.step(id, 'right');
    expect(event(id).at).toBe(at + 30 * minute + 5000);
    commands.step(id, 'left', true);
    expect(event(id).at).toBe(at + 30 * minute - 45_000);
    expect(said.at(-1)).toBe('Paged: 13:29:15');
  });

  it('brings one without a time behind the next moment, and says so', () => {
    const { session, commands, said, note } = open();
    const [calls, , rumour] = [note('Four calls', 0), note('Paged', 30), note('A rumour', null)];
    commands.step(rumour, 'right');
    expect(standsBehind(session.view.list('event')).get(rumour)?.after).toBe(calls);
    expect(said.at(-1)).toBe('A rumour: behind 13:00, order unknown otherwise');
    commands.step(rumour, 'left');
    expect(said.at(-1)).toBe('Nothing comes before the first moment');
  });

  it('goes to the next kind where lanes are kinds, and leaves the lane as it was noted', () => {
    const { commands, note, event } = open();
    const id = note('Paged', 30, 'Support');
    const other = note('Four calls', 0);
    commands.change(other, { eventKind: 'detection' });
    changeTimelineView({ lanes: 'kind' });
    commands.step(id, 'up');
    expect([event(id).eventKind, event(id).lane]).toEqual(['detection', 'Support']);
  });

  it('changes nothing for an observer', () => {
    const { commands, session, said } = open(false);
    commands.join('a-card-00' as CardId, 'b-card-00' as CardId);
    commands.stepTime('a-card-00' as CardId, 1);
    commands.setApart('a-card-00' as CardId, 'b-card-00' as CardId, 'another');
    expect([session.view.list('event').length, said]).toEqual([0, []]);
  });
});
