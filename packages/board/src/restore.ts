// Turns a live board into what it was: forward changes only, in one transaction, and only where the two differ, so that what
// others write meanwhile in cards and paragraphs that stay is kept, and carets keep their letters. SPEC H3–H7.
import * as Y from 'yjs';
import { align, type Aligned } from './align.ts';
import { textEdits } from './difference.ts';
import { boardOf } from './document.ts';
import { restoreComments } from './restore-comments.ts';

/**
 * Makes the content of `live` that of `target`. Whatever the document holds comes back as it was: ids, authors, ranks.
 * @param target  another document at the state to go back to; it is only read.
 * @param origin  of the transaction.
 * @returns whether anything had to change.
 */
export const restoreBoard = (live: Y.Doc, target: Y.Doc, origin: unknown): boolean => {
  const have = boardOf(live);
  const wanted = boardOf(target);
  return live.transact((transaction) => {
    restoreMap(have.columns, wanted.columns);
    restoreMap(have.themes, wanted.themes);
    restoreMap(have.cards, wanted.cards);
    restoreMap(have.links, wanted.links);
    restoreChildren(have.narrative, wanted.narrative);
    restoreComments(have, wanted);
    return transaction.changed.size > 0;
  }, origin);
};

const restoreMap = (have: Y.Map<unknown>, wanted: Y.Map<unknown>): void => {
  for (const key of have.keys()) if (!wanted.has(key)) have.delete(key);
  for (const [key, value] of wanted.entries()) {
    const now = have.get(key);
    if (now instanceof Y.Map && value instanceof Y.Map) restoreMap(now as Y.Map<unknown>, value as Y.Map<unknown>);
    else if (now instanceof Y.Text && value instanceof Y.Text) restoreText(now, value);
    else if (!have.has(key) || !equalValues(plain(now), plain(value))) have.set(key, copyOf(value));
  }
};

/** Letters first, then what they look like: bold, links. */
const restoreText = (have: Y.Text, wanted: Y.Text): void => {
  const now = runsOf(have);
  const then = runsOf(wanted);
  if (now === null || then === null) {
    if (equalValues(have.toDelta(), wanted.toDelta())) return;
    if (have.length > 0) have.delete(0, have.length);
    have.applyDelta(wanted.toDelta() as unknown[]);
    return;
  }
  const edits = textEdits(lettersOf(now), lettersOf(then));
  for (const { index, remove, insert } of edits.toReversed()) {
    if (remove > 0) have.delete(index, remove);
    if (insert !== '') have.insert(index, insert);
  }
  restoreLooks(have, runsOf(have) ?? [], then);
};

interface Run {
  letters: string;
  attributes: Record<string, unknown>;
}

/** Runs of equally formatted letters; null where there is something else than letters. */
const runsOf = (text: Y.Text): Run[] | null => {
  const runs: Run[] = [];
  for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof insert !== 'string') return null;
    runs.push({ letters: insert, attributes: attributes ?? {} });
  }
  return runs;
};

const lettersOf = (runs: readonly Run[]): string => runs.map(({ letters }) => letters).join('');

/** Both lists of runs hold the same letters by now. */
const restoreLooks = (text: Y.Text, now: readonly Run[], then: readonly Run[]): void => {
  const ends = (runs: readonly Run[]): { to: number; attributes: Record<string, unknown> }[] => {
    let to = 0;
    return runs.map(({ letters, attributes }) => ({ to: (to += letters.length), attributes }));
  };
  const have = ends(now);
  const wanted = ends(then);
  let from = 0;
  for (let a = 0, b = 0; a < have.length && b < wanted.length;) {
    const mine = have[a];
    const theirs = wanted[b];
    if (!mine || !theirs) return;
    const to = Math.min(mine.to, theirs.to);
    if (!equalValues(mine.attributes, theirs.attributes)) {
      const none = Object.fromEntries(Object.keys(mine.attributes).map((name) => [name, null]));
      text.format(from, to - from, { ...none, ...theirs.attributes });
    }
    from = to;
    if (mine.to === to) a += 1;
    if (theirs.to === to) b += 1;
  }
};

type Parent = Y.XmlFragment | Y.XmlElement;
type Child = Y.XmlElement | Y.XmlText | Y.XmlHook;

const restoreChildren = (have: Parent, wanted: Parent): void => {
  const now = have.toArray() as Child[];
  const then = wanted.toArray() as Child[];
  let index = 0;
  for (const step of align(now.map(alignedOf), then.map(alignedOf))) {
    switch (step.kind) {
      case 'same':
        index += 1;
        break;
      case 'removed':
        have.delete(index, 1);
        break;
      case 'added': {
        const wantedChild = then[step.after];
        if (wantedChild) have.insert(index, [copyOfChild(wantedChild)]);
        index += 1;
        break;
      }
      case 'changed': {
        const [mine, theirs] = [now[step.before], then[step.after]];
        if (mine instanceof Y.XmlText && theirs instanceof Y.XmlText) restoreText(mine, theirs);
        else if (mine instanceof Y.XmlElement && theirs instanceof Y.XmlElement) restoreElement(mine, theirs);
        index += 1;
      }
    }
  }
};

const restoreElement = (have: Y.XmlElement, wanted: Y.XmlElement): void => {
  const now = have.getAttributes() as Record<string, unknown>;
  const then = wanted.getAttributes() as Record<string, unknown>;
  for (const name of Object.keys(now)) if (!(name in then)) have.removeAttribute(name);
  for (const [name, value] of Object.entries(then))
    if (!equalValues(now[name], value)) have.setAttribute(name, value as string);
  restoreChildren(have, wanted);
};

const alignedOf = (child: Child): Aligned => ({
  key: canonical(describe(child)),
  shape: child instanceof Y.XmlElement ? child.nodeName : child instanceof Y.XmlText ? '#text' : '#other',
  words: wordsIn(child),
});

const describe = (child: Child): unknown => {
  if (child instanceof Y.XmlText) return child.toDelta();
  if (child instanceof Y.XmlElement)
    return {
      name: child.nodeName,
      attributes: child.getAttributes(),
      inside: (child.toArray() as Child[]).map(describe),
    };
  return { hook: child.toJSON() };
};

const wordsIn = (child: Child): string => {
  if (child instanceof Y.XmlText)
    return (child.toDelta() as { insert: unknown }[])
      .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
      .join('');
  return child instanceof Y.XmlElement ? (child.toArray() as Child[]).map(wordsIn).join(' ') : '';
};

/** Yjs' own `clone` of an element leaves out attributes that are no strings, such as the level of a heading. */
const copyOfChild = (child: Child): Y.XmlElement | Y.XmlText => {
  if (!(child instanceof Y.XmlElement)) return child.clone() as Y.XmlText;
  const copy = new Y.XmlElement(child.nodeName);
  for (const [name, value] of Object.entries(child.getAttributes() as Record<string, unknown>))
    copy.setAttribute(name, value as string);
  copy.insert(0, (child.toArray() as Child[]).map(copyOfChild));
  return copy;
};

const copyOf = (value: unknown): unknown => (value instanceof Y.AbstractType ? (value.clone() as unknown) : value);

const plain = (value: unknown): unknown =>
  value instanceof Y.AbstractType ? { type: value.toJSON() as unknown } : value;

const equalValues = (a: unknown, b: unknown): boolean => Object.is(a, b) || canonical(a) === canonical(b);

/** JSON whose keys stand in one order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? 'undefined';
