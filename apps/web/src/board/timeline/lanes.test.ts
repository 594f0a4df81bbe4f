import type { EventCard } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import { laneModes, lanesBy } from './lanes.ts';

let made = 0;
const event = (more: Partial<EventCard>): EventCard => ({
  kind: 'event',
  id: `card-${String(made++).padStart(5, '0')}` as CardId,
  text: '',
  rank: '',
  author: null,
  createdAt: 0,
  evidence: [],
  files: [],
  at: made * 60_000,
  endAt: null,
  precision: 'exact',
  eventKind: 'action',
  lane: '',
  key: false,
  ...more,
});
const by = (name: string) => ({ author: { id: null, name } });
const told = (lanes: ReturnType<typeof lanesBy>) =>
  lanes.map((lane) => [lane.name, lane.events.map(({ text }) => text)]);

describe('[B50] lanes', () => {
  const events = [
    event({ text: 'a', lane: 'Support', ...by('Priya Raman') }),
    event({ text: 'b', lane: 'priya', ...by('Lena Brandt'), eventKind: 'detection' }),
    event({ text: 'c', lane: 'Tomasz Wieczorek', eventKind: 'detection' }),
    event({ text: 'd', lane: '' }),
    event({ text: 'e', lane: 'Support', ...by('Lena Brandt'), at: null, precision: 'unknown' }),
  ];

  it('stand as they were noted, the common one last', () => {
    expect(told(lanesBy('lane', events))).toEqual([
      ['Support', ['a', 'e']],
      ['priya', ['b']],
      ['Tomasz Wieczorek', ['c']],
      ['Everyone', ['d']],
    ]);
  });

  it('by person follow the lane that names one, else whoever noted it; the board’s people come first', () => {
    expect(told(lanesBy('person', events, ['Tomasz Wieczorek', 'Priya Raman', 'Maya Castellanos']))).toEqual([
      ['Tomasz Wieczorek', ['c']],
      ['Priya Raman', ['a', 'b']],
      ['Lena Brandt', ['e']],
      ['Nobody named', ['d']],
    ]);
  });

  it('take a first name only where one person has it', () => {
    const twice = [event({ text: 'a', lane: 'Priya' })];
    expect(told(lanesBy('person', twice, ['Priya Raman', 'Priya Shah']))).toEqual([['Nobody named', ['a']]]);
  });

  it('by kind stand in the order of kinds, without empty ones', () => {
    expect(told(lanesBy('kind', events))).toEqual([
      ['Detection', ['b', 'c']],
      ['Action', ['a', 'd', 'e']],
    ]);
  });

  it.each(laneModes)('hold each event once, whatever they go by: %s', (mode) => {
    const all = lanesBy(mode, events, ['Priya Raman']).flatMap((lane) => lane.events.map(({ id }) => id));
    expect(all.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
  });

  it('say what a card becomes by being moved there', () => {
    expect(lanesBy('kind', events)[0]?.change).toEqual({ eventKind: 'detection' });
    expect(lanesBy('person', events, ['Priya Raman'])[0]?.change).toEqual({ lane: 'Priya Raman' });
    expect(lanesBy('lane', events).at(-1)?.change).toEqual({ lane: '' });
  });
});
