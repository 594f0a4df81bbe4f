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

/** @returns the agenda, or a sentence that says what is wrong with the file. */
export const readFile = (text: string): { ok: true; fields: TemplateFields } | { ok: false; sentence: string } => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, sentence: 'This is no JSON file. Choose one that was downloaded from a list of agendas.' };
  }
  const read = templateFields.safeParse(value);
  if (read.success) return { ok: true, fields: read.data };
  const [issue] = read.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` (${issue.path.map(String).join('.')})`;
  return { ok: false, sentence: `This file holds no agenda${where}. ${issue?.message ?? ''}`.trim() };
};
