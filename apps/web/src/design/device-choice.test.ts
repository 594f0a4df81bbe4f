import { afterEach, describe, expect, it, vi } from 'vitest';
import { deviceChoice } from './device-choice.ts';

/** As much of a browser as a choice touches. */
const browser = (storage: {
  getItem?: unknown;
  setItem: (key: string, value: string) => void;
  removeItem: (key: string) => void;
}) => {
  const dataset: Record<string, string> = {};
  vi.stubGlobal('document', { documentElement: { dataset } });
  vi.stubGlobal('localStorage', storage);
  return dataset;
};
afterEach(() => vi.unstubAllGlobals());

describe('choices of this device', () => {
  it('[W3] a choice is kept and shown; what holds anyway leaves nothing behind', () => {
    const kept = new Map<string, string>();
    const dataset = browser({ setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) });
    const { set } = deviceChoice('density', ['comfortable', 'compact']);
    set('compact');
    expect([dataset['density'], kept.get('hearth.density')]).toEqual(['compact', 'compact']);
    set('comfortable');
    expect([Object.keys(dataset), kept.size]).toEqual([[], 0]);
  });

  it('[W3] holds until the page is left where nothing can be kept', () => {
    const refuse = () => {
      throw new Error('storage is off');
    };
    const dataset = browser({ setItem: refuse, removeItem: refuse });
    deviceChoice('density', ['comfortable', 'compact']).set('compact');
    expect(dataset['density']).toBe('compact');
  });
});
