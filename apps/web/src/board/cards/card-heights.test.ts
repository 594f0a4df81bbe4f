import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf, runsOf } from './card-heights.ts';

describe('[B25] a list of which only some cards are drawn', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 60 });

  it('is as high as if all were drawn, and keeps their order', () => {
    fc.assert(
      fc.property(
        ids,
        fc.integer({ min: 1, max: 4 }),
        fc.func(fc.integer({ min: 20, max: 300 })),
        fc.func(fc.boolean()),
        (all, columns, heightOf, mounted) => {
          const gap = 10;
          const high = (id: string): number => heightOf(id);
          const isMounted = (id: string): boolean => mounted(id);
          const rows = rowsOf(all, columns, gap, high);
          const runs = runsOf(rows, isMounted, gap);
          const drawn = runs.flatMap((run) => (run.kind === 'cards' ? run.ids : []));
          expect(drawn).toEqual(all.filter((id) => drawn.includes(id)));
          expect(all.filter((id) => isMounted(id)).every((id) => drawn.includes(id))).toBe(true);
          const last = rows.at(-1);
          const whole = last ? last.top + last.height : 0;
          const shown = runs.map((run) => {
            if (run.kind === 'gap') return run.height;
            const own = rowsOf(run.ids, columns, gap, high).at(-1);
            return own ? own.top + own.height : 0;
          });
          expect(shown.reduce((sum, height) => sum + height, 0) + Math.max(0, shown.length - 1) * gap).toBe(whole);
        },
      ),
    );
  });
});
