// What a clipboard holds, for a board. HTML is read for the words in its cells and nothing else: no part of it reaches the page.
import { readClip, type Clip } from '@hearth/board/clip';
import { clipAttribute, clipType } from './write-clip.ts';

export interface Pasting {
  clip: Clip | null;
  /** Cells of a table; null where there was none. */
  cells: string[][] | null;
  text: string;
}

/** Longer markup is left unread: its plain text is there as well. */
const longestHtml = 8 * 1024 * 1024;

export const readTransfer = (data: DataTransfer): Pasting =>
  readPasting(data.getData(clipType), data.getData('text/html'), data.getData('text/plain'));

/** @throws where the browser or the person does not let it be read. */
export const readSystemClipboard = async (): Promise<Pasting> => {
  const [item] = await navigator.clipboard.read();
  const of = async (type: string): Promise<string> =>
    item?.types.includes(type) ? (await item.getType(type)).text() : '';
  return readPasting('', await of('text/html'), await of('text/plain'));
};

const readPasting = (clip: string, html: string, text: string): Pasting => {
  const page = html === '' || html.length > longestHtml ? null : new DOMParser().parseFromString(html, 'text/html');
  const table = page?.querySelector('table') ?? null;
  return {
    clip: parsed(clip) ?? parsed(table?.getAttribute(clipAttribute) ?? ''),
    cells: table === null ? null : cellsOf(table),
    text: text === '' ? (page?.body.textContent ?? '') : text,
  };
};

const parsed = (json: string): Clip | null => {
  if (json === '') return null;
  try {
    return readClip(JSON.parse(json));
  } catch {
    // Not one of ours.
    return null;
  }
};

/** @returns null for a table of one cell: that is a frame around text. */
const cellsOf = (table: HTMLTableElement): string[][] | null => {
  for (const end of table.querySelectorAll('br')) end.replaceWith('\u2028');
  const rows = [...table.rows].map((row) =>
    [...row.cells].map((cell) =>
      (cell.textContent ?? '')
        .replaceAll(/[\s&&[^\u2028]]+/gv, ' ')
        .replaceAll(/ ?\u2028 ?/g, '\n')
        .trim(),
    ),
  );
  return rows.length === 1 && rows[0]?.length === 1 ? null : rows;
};
