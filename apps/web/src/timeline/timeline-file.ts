// A timeline out of a file that was chosen or dropped.
import { errors } from '@hearth/protocol/errors';
import type { TimelineFormat } from './queries.ts';

/** As the server has it: what is larger is refused there too. */
export const maxTimelineBytes = 1024 * 1024;

export type ReadFile = { ok: true; text: string; format: TimelineFormat | null } | { ok: false; advice: string };

/** Reads a file as text. What is too large or no text is refused here, before anything is sent. */
export const readTimelineFile = async (file: File): Promise<ReadFile> => {
  if (file.size > maxTimelineBytes) return { ok: false, advice: errors.HEARTH_IMPORT_TOO_LARGE.advice };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decode(bytes);
  if (text === null || text.includes('\0')) return { ok: false, advice: errors.HEARTH_IMPORT_BINARY.advice };
  return { ok: true, text, format: formatOf(file.name) };
};

/** Spreadsheets save UTF-16 with a byte order mark, older ones Windows-1252; everything else is UTF-8. */
const decode = (bytes: Uint8Array): string | null => {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (mark !== null) return new TextDecoder(mark).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.includes(0) ? null : new TextDecoder('windows-1252').decode(bytes);
  }
};

const formatOf = (name: string): TimelineFormat | null => {
  if (/\.(csv|tsv)$/i.test(name)) return 'csv';
  if (/\.(md|markdown)$/i.test(name)) return 'markdown';
  return null;
};
