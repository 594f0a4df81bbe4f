import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DeleteSet } from './delete-set.ts';

test('[L10] a delete set knows exactly what was added, and keeps its ranges sorted and apart', () => {
  const range = fc.record({ client: fc.nat(1), clock: fc.nat(60), length: fc.integer({ min: 1, max: 12 }) });
  fc.assert(
    fc.property(fc.array(range, { maxLength: 40 }), fc.array(range, { maxLength: 10 }), (added, asked) => {
      const set = new DeleteSet();
      const all = new Set<string>();
      const clocksOf = ({ client, clock, length }: (typeof added)[number]) =>
        Array.from({ length }, (_, index) => `${client} ${clock + index}`);
      for (const each of added) {
        set.add(each);
        for (const name of clocksOf(each)) all.add(name);
      }
      for (const each of [...added, ...asked])
        expect(set.has(each)).toBe(clocksOf(each).every((name) => all.has(name)));
      for (const [client, bounds] of set) {
        expect(bounds.slice(1).every((bound, index) => bound > bounds[index]!)).toBe(true);
        const total = bounds.reduce((sum, bound, index) => sum + (index % 2 ? bound : -bound), 0);
        expect(total).toBe([...all].filter((name) => name.startsWith(`${client} `)).length);
      }
    }),
    { numRuns: 1_000 },
  );
});
