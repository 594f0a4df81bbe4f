// What a file is, by its first bytes: what its sender says of it counts for nothing. Only types that can do no harm have a
// name here; everything else is bytes, to be downloaded. Pure. Rules: SPEC T1-T4.

export interface Sniffed {
  type: string;
  /** In pixels, of a picture. */
  width: number | null;
  height: number | null;
}

/** How much of a file is looked at. A photograph's size may stand behind a long description. */
export const sniffedBytes = 256 * 1024;

/** A picture beyond this takes a browser more memory than a board can spare: it is kept as bytes. */
const mostPixels = 50_000_000;
const longestSide = 16_384;

const bytesOnly: Sniffed = { type: 'application/octet-stream', width: null, height: null };

/** @param name  tells apart kinds of plain text, and nothing else. */
export const sniff = (head: Buffer, name: string): Sniffed => {
  for (const [type, sizeOf] of pictures) {
    const size = sizeOf(head);
    if (size === null) continue;
    const { width, height } = size;
    const fits = width > 0 && height > 0 && width <= longestSide && height <= longestSide;
    return fits && width * height <= mostPixels ? { type, width, height } : bytesOnly;
  }
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return { ...bytesOnly, type: 'application/pdf' };
  return { ...bytesOnly, type: textType(head, name) };
};

interface Size {
  width: number;
  height: number;
}

/** @returns null where these bytes are no such picture; nothing by nothing where one of this kind tells no size. */
type SizeOf = (head: Buffer) => Size | null;

const unknownSize: Size = { width: 0, height: 0 };

const sizeOfPng: SizeOf = (head) => {
  if (!startsWith(head, '89504e470d0a1a0a')) return null;
  if (head.length < 24 || head.toString('latin1', 12, 16) !== 'IHDR') return unknownSize;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
};

const sizeOfGif: SizeOf = (head) => {
  if (!/^GIF8[79]a$/.test(head.toString('latin1', 0, 6))) return null;
  return head.length < 10 ? unknownSize : { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
};

const sizeOfWebp: SizeOf = (head) => {
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8, 12) !== 'WEBP') return null;
  if (head.length < 30) return unknownSize;
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    case 'VP8 ':
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return unknownSize;
  }
};

const sizeOfJpeg: SizeOf = (head) => {
  if (!startsWith(head, 'ffd8ff')) return null;
  for (let at = 2; at + 9 < head.length;) {
    if (head[at] !== 0xff) return unknownSize;
    const marker = head[at + 1] ?? 0;
    // Start of a frame, of any coding; three numbers of the range mean something else.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) };
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(at + 2);
  }
  return unknownSize;
};

const pictures: readonly (readonly [string, SizeOf])[] = [
  ['image/png', sizeOfPng],
  ['image/jpeg', sizeOfJpeg],
  ['image/gif', sizeOfGif],
  ['image/webp', sizeOfWebp],
];

/** Text is whole UTF-8 without control characters; what begins like markup is not taken for text: SVG and HTML can run. */
const textType = (head: Buffer, name: string): string => {
  const words = readText(head);
  if (words === null || /^\s*</.test(words)) return bytesOnly.type;
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === 'json' && /^\s*[[{]/.test(words)) return 'application/json';
  return ending === 'csv' ? 'text/csv' : 'text/plain';
};

const readText = (head: Buffer): string | null => {
  try {
    // Where the rest of the file was not looked at, the last letter may be cut in two.
    const words = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    // Colours of a terminal stand in many a log.
    return /[^\P{Cc}\t\n\r\f]/u.test(words.replaceAll('\u001b', '')) ? null : words;
  } catch {
    return null;
  }
};

const startsWith = (head: Buffer, hex: string): boolean => head.subarray(0, hex.length / 2).toString('hex') === hex;
