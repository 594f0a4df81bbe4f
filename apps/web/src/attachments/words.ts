// Files in words. Pure.
import { isPicture, type CardFile } from '@hearth/board/cards';
import { counted } from '@hearth/review/time/words';

/** "340 kB", "1.2 MB". */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1000) return counted(bytes, 'byte');
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
};

/** What stands for a picture where it can't be seen. */
export const pictureWords = ({ alt, name }: Pick<CardFile, 'alt' | 'name'>): string =>
  alt.trim() === '' ? `Picture ${name}, not described yet` : alt.trim();

export const isText = ({ type }: Pick<CardFile, 'type'>): boolean =>
  type.startsWith('text/') || type === 'application/json';

/** "Picture: Queue depth, falling at 14:24", "File: server.log". */
export const fileWords = (file: CardFile): string =>
  isPicture(file) ? `Picture: ${file.alt.trim() || file.name}` : `File: ${file.name}`;

/** The words of a card that begins with a file. */
export const titleOfFile = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,8}$/, '').trim() || name;

const longTextLimits = { lines: 30, letters: 6_000 } as const;

/** Whether pasted text is rather a file than the words of a card. SPEC U6. */
export const isLongText = (text: string): boolean =>
  text.length > longTextLimits.letters || text.trimEnd().split('\n').length > longTextLimits.lines;

/** The first lines of a text, to show what it is. */
export const firstLines = (text: string): string =>
  text
    .trimStart()
    .split(/\r?\n/)
    .slice(0, 4)
    .map((line) => line.slice(0, 120))
    .join('\n')
    .slice(0, 400);
