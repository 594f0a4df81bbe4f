import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History } from './history.ts';
import { dwellMs, speeds } from './playback.ts';
import { layoutTrack, nearestMoment, type Track } from './track.ts';

const noon = Date.UTC(2026, 10, 17, 12);
const minuteMs = 60_000;
const zone = 'Europe/London';

type Layable = Pick<History, 'moments' | 'stages' | 'landmarks'>;

/** Moments at minutes after noon. */
const at = (...minutes: number[]): Layable => ({
  moments: minutes.map((minute) => ({
    seq: 1,
    from: noon + minute * minuteMs,
    at: noon + minute * minuteMs,
    edits: 1,
    landmarks: [],
    stage: null,
    board: { format: 1, cards: [], links: [], columns: [], themes: [], narrative: { type: 'doc' }, comments: [] },
  })),
  stages: [],
  landmarks: [],
});

const expectForward = (track: Track): void => {
  expect(track.xs).toEqual(track.xs.toSorted((a, b) => a - b));
  for (const x of track.xs) {
    expect(x).toBeGreaterThanOrEqual(-0.001);
    expect(x).toBeLessThanOrEqual(track.width + 0.001);
  }
};

describe('the track', () => {
  it('[Q3] is as a clock while people wrote', () => {
    const { xs, silences } = layoutTrack(at(0, 2, 4, 8), 800, zone);
    expect(silences).toEqual([]);
    expect(xs).toEqual([0, 200, 400, 800]);
  });

  it('[Q3] draws a silence short, whatever its length, and says how long it was', () => {
    const [hour, days] = [layoutTrack(at(0, 3, 63, 66), 800, zone), layoutTrack(at(0, 3, 9_000, 9_003), 800, zone)];
    expect(hour.silences[0]).toMatchObject({ width: 40, lengthMs: 60 * minuteMs });
    expect(days.xs).toEqual(hour.xs);
    expect(days.silences[0]?.lengthMs).toBe(8_997 * minuteMs);
  });

  it('[Q4] runs forward and stays on the track, however many moments there are, however far apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 600_000 }), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 200, max: 2_000 }),
        (minutes, width) => {
          const track = layoutTrack(at(...minutes.toSorted((a, b) => a - b)), width, zone);
          expectForward(track);
          for (const { x, width: wide } of track.silences) expect([x >= 0, wide > 0]).toEqual([true, true]);
        },
      ),
    );
  });

  it('[Q4] a press means the nearest moment', () => {
    const track = layoutTrack(at(0, 2, 4, 8), 800, zone);
    expect([-50, 0, 99, 101, 599, 601, 5_000].map((x) => nearestMoment(track, x))).toEqual([0, 0, 0, 1, 2, 3, 3]);
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 1 }), fc.nat(100), (places, x) => {
        const xs = places.toSorted((a, b) => a - b);
        const nearest = Math.min(...xs.map((place) => Math.abs(place - x)));
        expect(Math.abs((xs[nearestMoment({ xs }, x)] ?? Infinity) - x)).toBe(nearest);
      }),
    );
  });

  it('[Q5] ticks stand on round times and never crowd', () => {
    const minutes = Array.from({ length: 70 }, (_, minute) => minute + 3);
    const { ticks } = layoutTrack(at(...minutes), 1_000, zone);
    expect(ticks[0]?.label).toBe('17 Nov');
    expect(ticks.length).toBeGreaterThan(8);
    for (const { label } of ticks.slice(1)) expect(label).toMatch(/^1[23]:[0-5][05]$/);
    ticks.slice(1).forEach((tick, index) => expect(tick.x - (ticks[index]?.x ?? 0)).toBeGreaterThanOrEqual(72));
  });

  it('[Q5] shows stages, names and how much was written where they belong', () => {
    const layable = at(0, 5, 10, 20);
    layable.moments[1]!.edits = 100;
    const track = layoutTrack(
      {
        ...layable,
        stages: [
          { name: 'Timeline', zone: 'timeline', from: noon - 60 * minuteMs, to: noon + 10 * minuteMs },
          { name: 'Factors', zone: 'factors', from: noon + 10 * minuteMs, to: null },
          { name: 'Later', zone: null, from: noon + 90 * minuteMs, to: null },
        ],
        landmarks: [
          { id: 'a', kind: 'stage-end', name: 'End of Timeline', createdAt: noon + 12 * minuteMs, moment: 2 },
        ],
      },
      800,
      zone,
    );
    expect(track.stages.map(({ name }) => name)).toEqual(['Timeline', 'Factors']);
    expect(track.stages[1]?.x).toBe(track.xs[2]);
    expect(track.landmarks[0]).toBeGreaterThan(track.xs[2] ?? Infinity);
    expect(track.landmarks[0]).toBeLessThan(track.xs[3] ?? 0);
    const tallest = track.bars.toSorted((a, b) => b.share - a.share)[0];
    expect(tallest?.share).toBe(1);
    expect(Math.abs((tallest?.x ?? 0) - (track.xs[1] ?? 0))).toBeLessThan(4);
  });
});

describe('playing', () => {
  it('[Q6] gives every moment time to be seen, and waits for no silence', () => {
    const layable = at(0, 0.01, 0.5, 600);
    for (const speed of speeds)
      for (const index of [0, 1, 2, 3]) {
        const dwell = dwellMs(layable, index, speed) * Number(speed);
        expect(dwell).toBeGreaterThanOrEqual(320);
        expect(dwell).toBeLessThanOrEqual(2_400);
      }
    expect(dwellMs(layable, 1, '1')).toBeGreaterThan(dwellMs(layable, 0, '1'));
    expect(dwellMs(layable, 1, '4')).toBe(dwellMs(layable, 1, '1') / 4);
  });
});
