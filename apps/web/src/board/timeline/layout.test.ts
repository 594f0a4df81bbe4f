import type { EventCard } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticksOf, timeAt, xOf } from './axis.ts';
import { cardSizes, fitAxis, layoutTimeline, placeLanes, readableStretch } from './layout.ts';

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
          for (const a of lane.events)
            for (const b of lane.events)
              if (a !== b && a.row === b.row && a.x <= b.x) expect(a.x + a.width).toBeLessThanOrEqual(b.x);
      }),
    );
  });

  it('lose no event and keep each at its minute', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const axis = fitAxis(events, 900);
        if (axis === null) throw new Error('these events have times');
        const placed = placeLanes(events, axis).flatMap((lane) => lane.events);
        expect(placed.map((card) => card.id).toSorted()).toEqual(events.map((card) => card.id).toSorted());
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

describe('[B7] the scale', () => {
  it('fits every card on the width given', () => {
    fc.assert(
      fc.property(someEvents, fc.integer({ min: 600, max: 3000 }), (events, width) => {
        const layout = layoutTimeline(events, width, 1);
        for (const lane of layout?.lanes ?? [])
          for (const card of lane.events) {
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

  it('stays bounded where no stretch helps', () => {
    const heap = Array.from({ length: 200 }, (_, index) => event(index, index === 0 ? 0 : 60));
    expect(readableStretch(heap, 900)).toBeLessThanOrEqual(18);
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
