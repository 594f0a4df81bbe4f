// Names of files: what people call them, without what could lead anywhere. Pure. Rules: SPEC N1, N2.
import { longestFileName } from '@hearth/protocol/http/attachment-limits';

/** Line ends, invisible signs, and those that turn the direction of what follows. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu;

/** @param given  from whoever sends the file; anything. */
export const cleanFileName = (given: string): string => {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replaceAll(unseen, '')
    .replaceAll(/["<>|:*?]/g, '_')
    .trim();
  const named = plain.replace(/^\.+/, '');
  if (named.length <= longestFileName) return named || 'file';
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(named)?.[0] ?? '';
  return `${named.slice(0, longestFileName - ending.length)}${ending}`.toWellFormed().replaceAll('\uFFFD', '');
};

/** @returns null where the header is no percent-encoding. */
export const fileNameIn = (header: string | string[] | undefined): string | null => {
  try {
    return cleanFileName(decodeURIComponent(typeof header === 'string' ? header : ''));
  } catch {
    return null;
  }
};

/** Value of Content-Disposition, for readers of RFC 6266 and older ones. @param name  clean. */
export const dispositionOf = (how: 'inline' | 'attachment', name: string): string => {
  const ascii =
    name
      .normalize('NFKD')
      .replaceAll(/[^\x20-\x7e]/g, '')
      .replaceAll(/["\\%;]/g, '_') || 'file';
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};
