import { errors } from '@hearth/protocol/errors';
import { describe, expect, it } from 'vitest';
import { readTimelineFile } from './timeline-file.ts';

const file = (content: (string | Uint8Array<ArrayBuffer>)[], name = 'notes.txt') => new File(content, name);

describe('a timeline out of a file', () => {
  it('reads text and tells the format by the name', async () => {
    expect(await readTimelineFile(file(['14:24 é']))).toEqual({ ok: true, text: '14:24 é', format: null });
    expect(await readTimelineFile(file(['a,b'], 'export.CSV'))).toMatchObject({ format: 'csv' });
    expect(await readTimelineFile(file(['# a'], 'review.md'))).toMatchObject({ format: 'markdown' });
  });

  it('reads what spreadsheets save', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x62, 0x00]);
    expect(await readTimelineFile(file([utf16]))).toMatchObject({ ok: true, text: 'ab' });
    expect(await readTimelineFile(file([new Uint8Array([0x63, 0x61, 0x66, 0xe9])]))).toMatchObject({ text: 'café' });
  });

  it('refuses what is no text, and what is too large, before it is sent', async () => {
    expect(await readTimelineFile(file([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff])]))).toEqual({
      ok: false,
      advice: errors.HEARTH_IMPORT_BINARY.advice,
    });
    expect(await readTimelineFile(file(['x'.repeat(1024 * 1024 + 1)]))).toEqual({
      ok: false,
      advice: errors.HEARTH_IMPORT_TOO_LARGE.advice,
    });
  });
});
