import type { ReportEvent } from '@hearth/learning/publishing/report';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutLine, lineWidth } from './incident-line.ts';

const event = (minute: number | null, over: Partial<ReportEvent> = {}): ReportEvent => ({
  id: `e${minute}`,
  at: minute === null ? null : minute * 60_000,
  endAt: null,
  precision: 'exact',
  kind: 'action',
  lane: '',
  key: false,
  text: `At ${minute}`,
  evidence: [],
  ...over,
});
const clock = (at: number) => `${Math.round(at / 60_000)}`;

describe('the incident on one line', () => {
  it('needs two times to be a line', () => {
    expect(layOutLine([], clock)).toBeNull();
    expect(layOutLine([event(5), event(null), event(5)], clock)).toBeNull();
  });

  it('spreads events in proportion, in order of time', () => {
    const line = layOutLine([event(100), event(0), event(50)], clock);
    expect(line?.points.map(({ x }) => x)).toEqual([16, 330, 644]);
  });

  it('tells the longest silence, unless it is a small part or an event lasts through it', () => {
    expect(layOutLine([event(0), event(10), event(60), event(70)], clock)?.gap).toMatchObject({ minutes: 50 });
    expect(layOutLine([event(0), event(5), event(12)], clock)?.gap).toBeNull();
    expect(layOutLine([event(0, { endAt: 60 * 60_000 }), event(62), event(70)], clock)?.gap).toBeNull();
  });

  it('shades from the first impact to the last recovery', () => {
    const line = layOutLine(
      [event(0), event(20, { kind: 'impact' }), event(80, { kind: 'recovery' }), event(100)],
      clock,
    );
    expect(line?.impact).toEqual({ from: 16 + 0.2 * 628, to: 16 + 0.8 * 628 });
  });

  it('names key moments only, and keeps clocks from touching', () => {
    const line = layOutLine([event(0), event(1, { key: true, text: 'Found' }), event(2), event(500)], clock);
    expect(line?.names.map(({ words }) => words)).toEqual(['Found']);
    expect(line?.clocks.map(({ words }) => words)).toEqual(['1', '500']);
  });

  it('puts a name that would touch another one row further away', () => {
    const line = layOutLine(
      [
        event(0, { key: true, text: 'A' }),
        event(50, { key: true, text: 'Long words here' }),
        event(55, { key: true, text: 'More of them' }),
        event(100),
      ],
      clock,
    );
    expect(line?.names.map(({ words, row }) => [words, row])).toEqual([
      ['A', 0],
      ['Long words here', 0],
      ['More of them', 1],
    ]);
  });

  it('stays on the line whatever the times are', () => {
    const some = fc.record({ minute: fc.integer({ min: 0, max: 1e7 }), key: fc.boolean(), text: fc.string() });
    fc.assert(
      fc.property(fc.array(some, { minLength: 2 }), (events) => {
        const line = layOutLine(
          events.map(({ minute, ...over }) => event(minute, over)),
          clock,
        );
        for (const x of [...(line?.points ?? []), ...(line?.names ?? []), ...(line?.clocks ?? [])].map(
          (one) => one.x,
        )) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(lineWidth);
        }
      }),
    );
  });
});
