import { describe, expect, it } from 'vitest';
import { openPutAside } from './put-aside.ts';

const memory = (kept: Record<string, string> = {}) => ({
  kept,
  getItem: (name: string) => kept[name] ?? null,
  setItem: (name: string, value: string) => {
    kept[name] = value;
  },
  removeItem: (name: string) => {
    delete kept[name];
  },
});

describe('what I put aside', () => {
  it('[Q18] stays away on this device for this review and person, and comes back when I want it', () => {
    const place = memory();
    const mine = openPutAside(place, 'a');
    mine.set({ at: 'gap one' });
    mine.putAside('gap one');
    mine.putAside('gap two');
    mine.putAside('gap one');
    expect(mine.get()).toMatchObject({ aside: ['gap two', 'gap one'], at: null });
    expect(openPutAside(place, 'a').get().aside).toEqual(['gap two', 'gap one']);
    expect(openPutAside(place, 'b').get().aside).toEqual([]);
    mine.bringBack();
    expect(place.kept).toEqual({});
  });

  it('[Q18] two tabs keep what both put aside; the oldest of very many are forgotten', () => {
    const place = memory();
    const [one, other] = [openPutAside(place, 'a'), openPutAside(place, 'a')];
    one.putAside('x');
    other.putAside('y');
    expect(openPutAside(place, 'a').get().aside).toEqual(['x', 'y']);
    for (let count = 0; count < 400; count++) one.putAside(`k${count}`);
    expect(one.get().aside).toHaveLength(400);
    expect(one.get().aside[0]).toBe('k0');
  });

  it('[Q18] what a device holds is read with care, and a device that keeps nothing is no hindrance', () => {
    for (const value of ['no json', '{}', '[1, null, "gap"]', JSON.stringify(['g'.repeat(500), 'gap'])])
      expect(['gap', undefined]).toContain(openPutAside(memory({ a: value }), 'a').get().aside[0]);
    const full = memory();
    full.setItem = () => {
      throw new Error('full');
    };
    const store = openPutAside(full, 'a');
    store.putAside('gap');
    expect(store.get().aside).toEqual(['gap']);
    const none = openPutAside(null, 'a');
    none.putAside('gap');
    expect(none.get().aside).toEqual(['gap']);
  });
});
