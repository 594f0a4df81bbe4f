import type { CardId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { answerDiagnostic, diagnosticToFactor, longestNote, noteDiagnostic, readDiagnostics } from './diagnostics.ts';
import { boardOf } from './document.ts';
import { addCard, openWriter, removeCard, type Author } from './operations.ts';
import { restoreBoard } from './restore.ts';
import { snapshotOf } from './snapshot.ts';

const by: Author = { author: null, nowMs: 1000 };
const card = 'card-0001' as CardId;
const factor = { id: card, text: 'The rota was small', category: 'organisational' as const };
const open = () => {
  const doc = new Y.Doc();
  return { doc, writer: openWriter(doc) };
};
const exchange = (one: Y.Doc, other: Y.Doc): void => {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
};

describe('the checklist', () => {
  it('[K1] two people who answer and note at once both keep theirs; an answer can be changed and taken back', () => {
    const [one, other] = [open(), open()];
    answerDiagnostic(one.writer, 'on-call-load', 'yes');
    noteDiagnostic(other.writer, 'on-call-load', '  Ten nights\n a month ');
    exchange(one.doc, other.doc);
    const read = () => readDiagnostics(boardOf(one.doc)).get('on-call-load');
    expect(read()).toEqual({ answer: 'yes', note: 'Ten nights a month', card: null });
    expect(readDiagnostics(boardOf(other.doc))).toEqual(readDiagnostics(boardOf(one.doc)));
    expect(answerDiagnostic(one.writer, 'on-call-load', 'yes')).toBe(false);
    expect(answerDiagnostic(one.writer, 'on-call-load', null)).toBe(true);
    expect(read()?.answer).toBeNull();
    expect(answerDiagnostic(one.writer, 'not:an item', 'yes')).toBe(false);
  });

  it('[K2] an answer becomes a factor in one step, once, and one undo takes both back', () => {
    const { doc, writer } = open();
    answerDiagnostic(writer, 'on-call-load', 'yes');
    expect(diagnosticToFactor(writer, 'on-call-load', factor, by)).toBe(true);
    expect(readDiagnostics(boardOf(doc)).get('on-call-load')?.card).toBe(card);
    expect(snapshotOf(doc).cards).toMatchObject([{ kind: 'factor', category: 'organisational', text: factor.text }]);
    expect(diagnosticToFactor(writer, 'on-call-load', { ...factor, id: 'card-0002' as CardId }, by)).toBe(false);
    writer.undo.undo();
    expect(snapshotOf(doc).cards).toEqual([]);
    expect(readDiagnostics(boardOf(doc)).get('on-call-load')).toEqual({ answer: 'yes', note: '', card: null });
    writer.undo.redo();
    removeCard(writer, card);
    expect(diagnosticToFactor(writer, 'on-call-load', { ...factor, id: 'card-0003' as CardId }, by)).toBe(true);
  });

  it('[K3] whatever a document holds, reading tells answers or nothing', () => {
    const value = fc.oneof(fc.constantFrom('yes', 'no', 'maybe', card), fc.string(), fc.integer(), fc.constant(null));
    const key = fc.oneof(
      fc.string(),
      fc.constantFrom('tooling:answer', 'tooling:note', 'tooling:card', 'a:b:c', ':answer'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value)), (entries) => {
        const { doc } = open();
        for (const [name, said] of entries) doc.getMap('diagnostics').set(name, said);
        for (const [item, { answer, note }] of readDiagnostics(boardOf(doc))) {
          expect(item).toMatch(/^[a-z][a-z-]*$/);
          expect([null, 'yes', 'no', 'not-sure']).toContain(answer);
          expect(note.length).toBeLessThanOrEqual(longestNote);
        }
      }),
    );
    expect(readDiagnostics(boardOf(new Y.Doc())).size).toBe(0);
  });

  it('[K4] a restore leaves what was answered', () => {
    const { doc, writer } = open();
    const before = new Y.Doc();
    answerDiagnostic(writer, 'tooling', 'no');
    addCard(writer, { kind: 'factor', ...factor }, by);
    restoreBoard(doc, before, writer.origin);
    expect(snapshotOf(doc).cards).toEqual([]);
    expect(readDiagnostics(boardOf(doc)).get('tooling')?.answer).toBe('no');
  });
});
