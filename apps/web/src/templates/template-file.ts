// An agenda as a file: to keep, to send to another workspace, to put under version control. Pure.
import { templateFields, type TemplateFields } from '@hearth/protocol/http/templates';

/** Longer ones are read no further: the largest agenda has a tenth of it. */
export const longestFile = 1_000_000;

export const fileNameOf = ({ name }: Pick<TemplateFields, 'name'>): string =>
  `${
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '') || 'agenda'
  }.agenda.json`;

export const fileOf = ({ name, about, stages }: TemplateFields): string =>
  `${JSON.stringify({ name, about, stages }, null, 2)}\n`;

const another = 'Choose one that was downloaded from a list of agendas.';

/** @returns the agenda, or a sentence that says what is wrong with the file. */
export const readFile = (text: string): { ok: true; fields: TemplateFields } | { ok: false; sentence: string } => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, sentence: `This is no JSON file. ${another}` };
  }
  const read = templateFields.safeParse(value);
  if (read.success) return { ok: true, fields: read.data };
  const [issue] = read.error.issues;
  return { ok: false, sentence: noAgenda((issue?.path ?? []).map(String), issue?.message ?? '') };
};

/**
 * What is wrong with a file, and where.
 * @param path  of what is wrong with it, such as `['stages', '0', 'minutes']`
 * @param words  a sentence about that place; the schema has none of its own for what is of another kind altogether.
 */
export const noAgenda = ([field, index, ...parts]: readonly string[], words: string): string => {
  const place = field === 'stages' && index !== undefined ? [`stage ${Number(index) + 1}`, ...parts].join(', ') : field;
  const where = place === undefined ? '' : ` (${place})`;
  return `This file holds no agenda${where}. ${words === '' || words.startsWith('Invalid') ? another : words}`;
};
