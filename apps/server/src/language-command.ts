// `hearth language check`: sentences that judge people or tell what might have been, with a question to ask instead.
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { checkLanguage } from '@hearth/learning/language/check';
import { englishLens } from '@hearth/learning/language/en/english';
import { Misuse } from './command-problem.ts';

/** As much as a timeline may be. */
const largestBytes = 1 << 20;

/**
 * @param words  FILE, or `-` for `input`
 * @returns JSON lines of { sentence, start, end, indicator, reframe }, in the order of the text; start and end are UTF-16 units.
 * @throws Misuse  where there is no such text to read
 */
export const languageCheck = async (words: readonly string[], input: Readable): Promise<string> => {
  const option = words.find((word) => word.startsWith('-') && word !== '-');
  if (option !== undefined) throw new Misuse(`there is no option ${option}; see hearth --help`);
  const [file, ...more] = words;
  if (file === undefined) throw new Misuse('no FILE given; see hearth --help');
  if (more.length > 0) throw new Misuse(`one FILE at a time, not also "${more.join('" "')}"`);
  const text = textOf(file, await bytesOf(file, input));
  return checkLanguage(text, englishLens)
    .map((finding) => `${JSON.stringify(finding)}\n`)
    .join('');
};

const bytesOf = async (file: string, input: Readable): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of file === '-' ? input : createReadStream(file)) {
      const bytes = Buffer.from(chunk as Uint8Array | string);
      length += bytes.length;
      if (length > largestBytes) break;
      chunks.push(bytes);
    }
  } catch (error) {
    throw new Misuse(`${file}: ${whyUnreadable(error)}`);
  }
  if (length > largestBytes) throw new Misuse(`${file}: longer than 1 MiB; check it in parts`);
  return Buffer.concat(chunks);
};

const whyUnreadable = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'there is no such file';
  return code === 'EISDIR' ? 'this is a folder' : `can not be read (${code})`;
};

const textOf = (file: string, bytes: Buffer): string => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Told below.
  }
  throw new Misuse(`${file}: this is no text in UTF-8; save it as plain text or Markdown first`);
};
