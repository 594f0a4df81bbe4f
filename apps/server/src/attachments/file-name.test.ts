import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName, dispositionOf, fileNameIn } from './file-name.ts';

describe('names of files', () => {
  it.each([
    ['queue depth.png', 'queue depth.png'],
    ['../../etc/passwd', 'passwd'],
    [String.raw`C:\Users\me\Größe.log`, 'Größe.log'],
    ['..', 'file'],
    ['.htaccess', 'htaccess'],
    ['', 'file'],
    ['a\r\nSet-Cookie: b.png', 'aSet-Cookie_ b.png'],
    ['gnp.\u202Eexe.png', 'gnp.exe.png'],
    ['a"b<c>.png', 'a_b_c_.png'],
    [`${'x'.repeat(300)}.png`, `${'x'.repeat(116)}.png`],
  ])('[N1] %j is called %j', (given, clean) => {
    expect(cleanFileName(given)).toBe(clean);
  });

  it('[N1] is nothing where the header is no percent-encoding', () => {
    expect(fileNameIn('%E0%A4%A')).toBeNull();
    expect(fileNameIn('Gr%C3%B6%C3%9Fe.png')).toBe('Größe.png');
    expect(fileNameIn(undefined)).toBe('file');
  });

  it('[N2] a disposition is one line of plain signs, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const clean = cleanFileName(name);
        expect(clean.length).toBeGreaterThan(0);
        expect(clean.length).toBeLessThanOrEqual(120);
        expect(dispositionOf('attachment', clean)).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/,
        );
      }),
    );
    expect(dispositionOf('inline', 'Größe.png')).toBe(
      `inline; filename="Groe.png"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.png`,
    );
  });
});
