// The checklist of what else was at work: what the room answered, each item by itself. Which items there are is not this
// package's to know. SPEC K1–K4.
import { isId, type CardId } from '@hearth/review/ids';
import type { FactorCategory } from './cards.ts';
import type { BoardDocument } from './document.ts';
import { act, addCard, type Author, type Writer } from './operations.ts';

export const diagnosticAnswers = ['yes', 'no', 'not-sure'] as const;
export type DiagnosticAnswer = (typeof diagnosticAnswers)[number];

export interface Answered {
  /** null while only a note is there. */
  answer: DiagnosticAnswer | null;
  /** A line; empty where there is none. */
  note: string;
  /** The factor that it became, still there or not. */
  card: CardId | null;
}

/** Longer notes are cut, when written and when read. */
export const longestNote = 300;
const mostItems = 100;
const itemName = /^[a-z][a-z-]{0,39}$/;

/** What was answered so far, by item. Never throws; what can't be told is left out. */
export const readDiagnostics = ({ diagnostics }: BoardDocument): ReadonlyMap<string, Answered> => {
  const items = new Map<string, Answered>();
  for (const [key, value] of diagnostics.entries()) {
    const [item = '', field, ...more] = key.split(':');
    if (!itemName.test(item) || more.length > 0 || (items.size >= mostItems && !items.has(item))) continue;
    const before = items.get(item) ?? { answer: null, note: '', card: null };
    const said = readField(field, value);
    if (said !== null) items.set(item, { ...before, ...said });
  }
  return items;
};

const readField = (field: string | undefined, value: unknown): Partial<Answered> | null => {
  if (typeof value !== 'string') return null;
  switch (field) {
    case 'answer': {
      const answer = diagnosticAnswers.find((known) => known === value);
      return answer === undefined ? null : { answer };
    }
    case 'note':
      return { note: value.slice(0, longestNote) };
    case 'card':
      return isId(value) ? { card: value as CardId } : null;
    default:
      return null;
  }
};

/** @param answer  null takes it back. */
export const answerDiagnostic = (writer: Writer, item: string, answer: DiagnosticAnswer | null): boolean =>
  put(writer, item, 'answer', answer);

/** @param note  a line; empty takes it away. */
export const noteDiagnostic = (writer: Writer, item: string, note: string): boolean => {
  const line = note.replaceAll(/\s+/gu, ' ').trim().slice(0, longestNote).toWellFormed();
  return put(writer, item, 'note', line === '' ? null : line);
};

/** Adds what was answered as a factor. @returns false where its card is there already. */
export const diagnosticToFactor = (
  writer: Writer,
  item: string,
  factor: { id: CardId; text: string; category: FactorCategory },
  by: Author,
): boolean =>
  act(writer, () => {
    const { cards } = writer.board;
    const known = readDiagnostics(writer.board).get(item)?.card ?? null;
    if (!itemName.test(item) || factor.text.trim() === '' || (known !== null && cards.has(known))) return false;
    if (!addCard(writer, { kind: 'factor', ...factor }, by)) return false;
    writer.board.diagnostics.set(`${item}:card`, factor.id);
    return true;
  });

const put = (writer: Writer, item: string, field: 'answer' | 'note', value: string | null): boolean =>
  act(writer, () => {
    const { diagnostics } = writer.board;
    const key = `${item}:${field}`;
    if (!itemName.test(item) || (diagnostics.get(key) ?? null) === value) return false;
    if (value === null) diagnostics.delete(key);
    else diagnostics.set(key, value);
    return true;
  });
