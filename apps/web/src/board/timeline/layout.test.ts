import type { EventCard } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapped, snapStepOf, ticksOf, tickStepOf, timeAt, xOf } from './axis.ts';
import { lanesBy } from './lanes.ts';
import {
  cardSizes,
  fitAxis,
  layoutTimeline as layoutLanes,
  mostRows,
  mostStretch,
  placeLanes as placeInLanes,
  readableStretch as stretchOf,
} from './layout.ts';

const start = Date.UTC(2026, 10, 12, 13);
const minute = 60_000;

const event = (index: number, minutes: number | null, lane = ''): EventCard => ({
  kind: 'event',
  id: `card-${String(index).padStart(6, '0')}` as CardId,
  text: '',
  rank: '',
  author: null,
  createdAt: 0,
  evidence: [],
  files: [],
  at: minutes === null ? null : start + minutes * minute,
  endAt: null,
  precision: 'exact',
  eventKind: 'action',
  lane,
  key: false,
});

const layoutTimeline = (events: readonly EventCard[], width: number, stretch: number) =>
  layoutLanes(lanesBy('lane', events), width, stretch);
const placeLanes = (events: readonly EventCard[], axis: NonNullable<ReturnType<typeof fitAxis>>) =>
  placeInLanes(lanesBy('lane', events), axis);
const readableStretch = (events: readonly EventCard[], width: number) => stretchOf(lanesBy('lane', events), width);

const someEvents = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.constantFrom('', 'Support', 'On-call')), {
    minLength: 1,
    maxLength: 60,
  })
  .map((rows) => rows.map(([minutes, lane], index) => event(index, minutes, lane)));

describe('[B6] rows in a lane', () => {
  it('keep cards from covering each other', () => {
    fc.assert(
      fc.property(someEvents, fc.integer({ min: 500, max: 3000 }), (events, width) => {
        const layout = layoutTimeline(events, width, 1);
        for (const lane of layout?.lanes ?? [])
          for (const a of [...lane.events, ...lane.folds])
            for (const b of [...lane.events, ...lane.folds])
              if (a !== b && a.row === b.row && a.x <= b.x) expect(a.x + a.width).toBeLessThanOrEqual(b.x);
      }),
    );
  });

  it('lose no event and keep each at its minute', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const axis = fitAxis(events, 900);
        if (axis === null) throw new Error('these events have times');
        const lanes = placeLanes(events, axis);
        const placed = lanes.flatMap((lane) => lane.events);
        const folded = lanes.flatMap((lane) => lane.folds.flatMap(({ ids }) => ids));
        expect([...placed.map((card) => card.id), ...folded].toSorted()).toEqual(
          events.map((card) => card.id).toSorted(),
        );
        for (const card of placed) {
          const own = events.find((other) => other.id === card.id);
          expect(card.x).toBeCloseTo(xOf(axis, own?.at ?? 0), 6);
          expect(card.width).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('stand on one row each while there is room', () => {
    const lanes = placeLanes([event(1, 0), event(2, 60), event(3, 120)], {
      fromMs: start,
      toMs: start + 300 * minute,
      pxPerMs: 4 / minute,
    });
    expect(lanes).toHaveLength(1);
    expect(lanes[0]?.rows).toBe(1);
  });

  it('are two for two events at the same minute', () => {
    const layout = layoutTimeline([event(1, 5), event(2, 5)], 900, 1);
    expect(layout?.lanes[0]?.events.map((card) => card.row)).toEqual([0, 1]);
  });
});

describe('[B51] crowded spots', () => {
  const heap = Array.from({ length: 300 }, (_, index) => event(index, Math.floor(index / 5), index % 3 ? 'A' : ''));

  it('fold, so that a lane has three rows at most, whatever stands in it', () => {
    fc.assert(
      fc.property(someEvents, fc.integer({ min: 300, max: 1500 }), (events, width) => {
        for (const lane of layoutTimeline(events, width, 1)?.lanes ?? []) {
          expect(lane.rows).toBeLessThanOrEqual(mostRows);
          for (const fold of lane.folds) expect(fold.ids.length).toBeGreaterThan(1);
        }
      }),
    );
  });

  it('are so few that three hundred moments are a screen of cards', () => {
    const layout = layoutTimeline(heap, 1200, 1);
    const drawn = layout?.lanes.reduce((sum, lane) => sum + lane.events.length + lane.folds.length, 0) ?? 0;
    expect(drawn).toBeLessThan(90);
    expect(layout?.lanes.flatMap((lane) => lane.folds).length).toBeGreaterThan(5);
  });

  it('leave key moments seen as long as there is room for any', () => {
    const crowd = Array.from({ length: 40 }, (_, index) => ({ ...event(index, index / 10), key: index === 30 }));
    const lane = layoutTimeline(crowd, 900, 1)?.lanes[0];
    expect(lane?.events.map((card) => card.id)).toContain(crowd[30]?.id);
    expect(lane?.folds.flatMap(({ ids }) => ids)).not.toContain(crowd[30]?.id);
  });

  it('[B51] what one has just added stands by itself, whatever stands around it, and covers nothing', () => {
    fc.assert(
      fc.property(someEvents, fc.nat(59), fc.array(fc.nat(59), { maxLength: 8 }), (events, place, keys) => {
        const crowd = events.map((one, index) => ({ ...one, key: keys.includes(index) }));
        const added = crowd[place % crowd.length];
        const layout = layoutLanes(lanesBy('lane', crowd), 900, 1, cardSizes(), added?.id);
        expect(layout?.lanes.flatMap((lane) => lane.events.map(({ id }) => id))).toContain(added?.id);
        for (const lane of layout?.lanes ?? []) {
          const all = [...lane.events, ...lane.folds];
          for (const [index, a] of all.entries())
            for (const b of all.slice(index + 1))
              expect(a.row !== b.row || a.x + a.width <= b.x || b.x + b.width <= a.x).toBe(true);
          for (const fold of lane.folds) expect(fold.ids.length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('open when there is room: nothing is folded near enough', () => {
    const layout = layoutTimeline(heap, 1200, mostStretch(heap, 1200));
    const atOnce = layout?.lanes.flatMap((lane) => lane.folds.filter((fold) => fold.toMs > fold.fromMs)) ?? [];
    expect(atOnce).toEqual([]);
  });

  it('tell from when to when they are', () => {
    const fold = layoutTimeline(heap, 900, 1)?.lanes[0]?.folds[0];
    const times = heap.filter(({ id }) => fold?.ids.includes(id)).map(({ at }) => at ?? 0);
    expect([fold?.fromMs, fold?.toMs]).toEqual([Math.min(...times), Math.max(...times)]);
  });
});

describe('[B52] an event of which only the order is known', () => {
  it('stands between its neighbours, and waits aside while it has none', () => {
    const ranked = [event(1, 0), event(2, null), event(3, 60), event(4, null)].map((one, index) => ({
      ...one,
      rank: `0|${index}:`,
    }));
    const layout = layoutTimeline(ranked, 900, 1);
    const [first, between, last] = layout?.lanes[0]?.events ?? [];
    expect(between).toMatchObject({ id: ranked[1]?.id, between: true });
    expect(between?.x).toBeCloseTo(((first?.x ?? 0) + (last?.x ?? 0)) / 2, 6);
    expect(layout?.waiting.map(({ id }) => id)).toEqual([ranked[3]?.id]);
  });
});

describe('[B7] the scale', () => {
  it('fits every card on the width given', () => {
    fc.assert(
      fc.property(someEvents, fc.integer({ min: 600, max: 3000 }), (events, width) => {
        const layout = layoutTimeline(events, width, 1);
        for (const lane of layout?.lanes ?? [])
          for (const card of [...lane.events, ...lane.folds]) {
            expect(card.x).toBeGreaterThanOrEqual(0);
            expect(card.x + card.width).toBeLessThanOrEqual(width + 0.01);
          }
      }),
    );
  });

  it('stretches a dense timeline until lanes have three rows at most', () => {
    const dense = Array.from({ length: 120 }, (_, index) => event(index, index * 2));
    const stretch = readableStretch(dense, 900);
    expect(stretch).toBeGreaterThan(2);
    expect(layoutTimeline(dense, 900, stretch)?.lanes[0]?.rows).toBeLessThanOrEqual(3);
  });

  it('begins with the whole where it would have to be stretched too far', () => {
    const heap = Array.from({ length: 200 }, (_, index) => event(index, index === 0 ? 0 : 60));
    expect(readableStretch(heap, 900)).toBe(1);
  });

  it('goes from days to seconds, and no farther', () => {
    const days = [event(1, 0), event(2, 3 * 1440)];
    const widest = fitAxis(days, 900, mostStretch(days, 900));
    expect(tickStepOf(widest?.pxPerMs ?? 0)).toBeLessThanOrEqual(10_000);
    const hour = [event(1, 0), event(2, 60)];
    expect(tickStepOf(fitAxis(hour, 900, mostStretch(hour, 900))?.pxPerMs ?? 0)).toBe(1000);
    expect(tickStepOf(fitAxis(days, 900)?.pxPerMs ?? 0)).toBeGreaterThanOrEqual(6 * 60 * minute);
  });

  it('is null while no event has a time', () => {
    expect(layoutTimeline([event(1, null)], 900, 1)).toBeNull();
  });
});

describe('[B8] ticks', () => {
  const axis = { fromMs: start - 10 * minute, toMs: start + 190 * minute, pxPerMs: 4.2 / minute };

  it('stand on round times of the zone, evenly and in order', () => {
    const ticks = ticksOf(axis, 'Europe/London');
    expect(ticks.map((tick) => tick.label)).toEqual(['13:00', '13:30', '14:00', '14:30', '15:00', '15:30', '16:00']);
    expect(ticks.map((tick) => tick.strong)).toEqual([true, false, true, false, true, false, true]);
  });

  it('name the day at midnight', () => {
    const overnight = { fromMs: start, toMs: start + 20 * 60 * minute, pxPerMs: 0.5 / minute };
    expect(ticksOf(overnight, 'Europe/London').map((tick) => tick.label)).toContain('13 Nov');
  });

  it('never crowd and never run away, at any scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4_000_000 }),
        fc.integer({ min: 300, max: 16_000 }),
        fc.constantFrom('Europe/London', 'Asia/Kathmandu', 'America/New_York', 'UTC'),
        (minutes, width, zone) => {
          const toMs = start + minutes * minute;
          const ticks = ticksOf({ fromMs: start, toMs, pxPerMs: width / (minutes * minute) }, zone);
          expect(ticks.length).toBeLessThanOrEqual(400);
          ticks.forEach((tick, index) => {
            const before = ticks[index - 1];
            // The hour that a clock skips or repeats may bring two ticks nearer to each other.
            if (before) expect(tick.x - before.x).toBeGreaterThan(20);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tell seconds where there is room for them, only of the stretch that is seen', () => {
    const near = { fromMs: start, toMs: start + 3 * 24 * 60 * minute, pxPerMs: 90 / 1000 };
    const from = start + 30 * 60 * minute;
    const labels = ticksOf(near, 'Europe/London', { fromMs: from, toMs: from + 4000 }).map((tick) => tick.label);
    expect(labels).toEqual(
      ['19:00', '19:00:01', '19:00:02', '19:00:03', '19:00:04'].map((_, index) => `19:00:0${index}`),
    );
  });

  it('are the same whatever stretch is seen', () => {
    const whole = ticksOf(axis, 'Asia/Kathmandu');
    const part = ticksOf(axis, 'Asia/Kathmandu', { fromMs: start + 50 * minute, toMs: start + 120 * minute });
    expect(whole.filter(({ atMs }) => part.some((tick) => tick.atMs === atMs))).toEqual(part);
    expect(part.length).toBeGreaterThan(1);
  });

  it('give a hand steps that it can aim at, on round times of the zone', () => {
    expect(snapStepOf(4.2 / minute)).toBe(minute);
    expect(snapStepOf(40 / minute)).toBe(minute);
    expect(snapStepOf(1.6 / minute)).toBe(2 * minute);
    expect(snapStepOf(90 / 1000)).toBe(1000);
    expect(snapStepOf(0.5 / (60 * minute))).toBe(6 * 60 * minute);
    const odd = start + 17 * minute;
    expect(snapped(odd, 15 * minute, 'Asia/Kathmandu')).toBe(start + 15 * minute);
    expect(snapped(start + 3 * 60 * minute, 24 * 60 * minute, 'Europe/London')).toBe(Date.UTC(2026, 10, 13));
  });

  it('read back the time at a place', () => {
    expect(timeAt(axis, xOf(axis, start))).toBe(start);
  });
});

describe('[B9] gaps', () => {
  it('find a stretch that no card covers', () => {
    const events = [event(1, 0, 'A'), event(2, 5, 'B'), event(3, 10, 'A'), event(4, 60, 'B'), event(5, 64, 'C')];
    const layout = layoutTimeline(events, 900, 1);
    const gap = layout?.gaps[0];
    expect(gap && gap.toMs - gap.fromMs).toBe(50 * minute);
    expect(gap?.free?.top).toBe(layout?.lanes[2]?.top);
    expect(gap?.width).toBeGreaterThan(cardSizes().width);
  });
});
