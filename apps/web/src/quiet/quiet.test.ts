import { beforeEach, describe, expect, it, vi } from 'vitest';

const open = async (storage: Partial<Storage> | undefined) => {
  vi.resetModules();
  vi.stubGlobal('localStorage', storage);
  return import('./quiet.ts');
};
const keeping = (kept = new Map<string, string>()) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
});

describe('[Q1] quiet', () => {
  beforeEach(() => vi.unstubAllGlobals());

  it('is how it begins for those who observe, and for nobody else', async () => {
    const { isQuiet, setObserving } = await open(keeping());
    expect(isQuiet()).toBe(false);
    setObserving(true);
    expect(isQuiet()).toBe(true);
  });

  it('is remembered on the device once somebody has chosen', async () => {
    const storage = keeping();
    (await open(storage)).setQuiet(false);
    const later = await open(storage);
    later.setObserving(true);
    expect(later.isQuiet()).toBe(false);
    later.setQuiet(true);
    expect((await open(storage)).isQuiet()).toBe(true);
  });

  it('holds until the page is left where the device keeps nothing', async () => {
    const { isQuiet, setQuiet } = await open({
      getItem: () => {
        throw new Error('refused');
      },
      setItem: () => {
        throw new Error('refused');
      },
    });
    expect(isQuiet()).toBe(false);
    setQuiet(true);
    expect(isQuiet()).toBe(true);
  });
});
