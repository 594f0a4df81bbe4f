import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { copyText } from './copy-text.ts';

/** A clipboard that can be written only until the press is over, as in Safari. */
const clipboardOfOnePress = () => {
  let within = true;
  let holds: string | null = null;
  const refuseLater = (): void => {
    if (!within) throw new Error('NotAllowedError');
  };
  return {
    endPress: () => void (within = false),
    holds: () => holds,
    clipboard: {
      writeText: async (words: string): Promise<void> => {
        refuseLater();
        holds = words;
      },
      write: async ([item]: { parts: Record<string, Promise<Blob>> }[]): Promise<void> => {
        refuseLater();
        holds = (await (await item?.parts['text/plain'])?.text()) ?? null;
      },
    },
  };
};

describe('copying words', () => {
  beforeEach(() => {
    vi.stubGlobal(
      'ClipboardItem',
      class {
        readonly parts: Record<string, Promise<Blob>>;
        constructor(parts: Record<string, Promise<Blob>>) {
          this.parts = parts;
        }
      },
    );
  });
  afterEach(() => void vi.unstubAllGlobals());

  test('words that are there are copied', async () => {
    const { clipboard, holds } = clipboardOfOnePress();
    vi.stubGlobal('navigator', { clipboard });
    expect(await copyText('a link')).toBe(true);
    expect(holds()).toBe('a link');
  });

  test('words that come after the press are copied, too', async () => {
    const { clipboard, endPress, holds } = clipboardOfOnePress();
    vi.stubGlobal('navigator', { clipboard });
    const words = Promise.withResolvers<string>();
    const copied = copyText(words.promise);
    endPress();
    words.resolve('a link of the server');
    expect(await copied).toBe(true);
    expect(holds()).toBe('a link of the server');
  });

  test('words that never come are their own failure', async () => {
    vi.stubGlobal('navigator', { clipboard: clipboardOfOnePress().clipboard });
    await expect(copyText(Promise.reject(new Error('no server')))).rejects.toThrow('no server');
  });
});
