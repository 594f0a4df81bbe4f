import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gif, jpeg, png, webp } from '../test/pictures.ts';
import { sniff } from './sniff.ts';

const text = (words: string): Buffer => Buffer.from(words);
const bytes = { type: 'application/octet-stream', width: null, height: null };

describe('what a file is', () => {
  it.each([
    ['image/png', png(40, 30)],
    ['image/jpeg', jpeg(40, 30)],
    ['image/gif', gif(40, 30)],
    ['image/webp', webp(40, 30)],
  ])('[T1] %s with its size', (type, content) => {
    expect(sniff(content, 'evil.html')).toEqual({ type, width: 40, height: 30 });
  });

  it.each([
    ['application/pdf', text('%PDF-1.7\n'), 'a'],
    ['text/plain', text('14:24 ERROR queue full \u001b[31mred\u001b[0m\n'), 'server.log'],
    ['text/csv', text('time,event\n14:24,stopped\n'), 'a.CSV'],
    ['application/json', text(' {"a": 1}'), 'a.json'],
    ['text/plain', text('not json'), 'a.json'],
    ['text/plain', Buffer.concat([text('Grö'), text('ß').subarray(0, 1)]), 'cut in a letter.txt'],
  ])('[T1] %s', (type, content, name) => {
    expect(sniff(content, name)).toEqual({ ...bytes, type });
  });

  it.each([
    ['SVG with a script', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'a.svg'],
    ['SVG called a picture', text('<?xml version="1.0"?><svg/>'), 'a.png'],
    ['HTML after blanks', text('\n\t <!doctype html><script>alert(1)</script>'), 'a.txt'],
    ['HTML after a byte order mark', text('\uFEFF<html>'), 'a.txt'],
    ['a program', Buffer.from('7f454c46020101000000', 'hex'), 'a.txt'],
    ['text with a zero byte', text('hello\0world'), 'a.txt'],
    ['Windows-1252', Buffer.from('Gr\xf6\xdfe', 'latin1'), 'a.txt'],
  ])('[T2] %s is bytes', (_, content, name) => {
    expect(sniff(content, name)).toEqual(bytes);
  });

  it.each([
    ['PNG', png(60_000, 60_000)],
    ['PNG of one line', png(20_000, 1)],
    ['JPEG', jpeg(65_000, 65_000)],
    ['GIF', gif(60_000, 60_000)],
    ['WebP', webp(16_000, 16_000)],
    ['PNG without size', png(40, 30).subarray(0, 12)],
    ['PNG of nothing', png(0, 30)],
    ['JPEG without frame', Buffer.from('ffd8ffe000104a46494600', 'hex')],
  ])('[T3] a %s that nobody should draw is bytes', (_, content) => {
    expect(sniff(content, 'a.png')).toEqual(bytes);
  });

  it('[T1] a picture that is a script as well is a picture', () => {
    const both = Buffer.concat([gif(10, 10), text('=1;alert(1)//<script>alert(1)</script>')]);
    expect(sniff(both, 'a.js')).toEqual({ type: 'image/gif', width: 10, height: 10 });
  });

  it('[T4] never throws', () => {
    const starts = fc.constantFrom(png(1, 1), jpeg(1, 1), gif(1, 1), webp(1, 1), text('%PDF'), text('{'));
    fc.assert(
      fc.property(starts, fc.nat(40), fc.uint8Array({ maxLength: 300 }), (start, cut, rest) => {
        const { type, width } = sniff(Buffer.concat([start.subarray(0, cut), rest]), 'a.json');
        expect(type).toMatch(/^(image\/(png|jpeg|gif|webp)|application\/(pdf|json|octet-stream)|text\/(plain|csv))$/);
        expect(width !== null).toBe(type.startsWith('image/'));
      }),
    );
  });
});
