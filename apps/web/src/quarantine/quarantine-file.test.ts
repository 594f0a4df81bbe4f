import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RefusedChanges } from '../live/quarantine.ts';
import { fileOfRefusals, fileOfWaiting } from './quarantine-file.ts';

const subject = { title: 'Labels stopped', document: 'board/r1', nowMs: Date.UTC(2026, 2, 12, 15, 0) };

const record = (work: (doc: Y.Doc) => void) => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  work(doc);
  return updates.map((update, sequence) => ({
    document: 'board/r1',
    tab: 't',
    sequence,
    update,
    madeAtMs: Date.UTC(2026, 2, 12, 14, 24 + sequence),
  }));
};

const refusal = (work: (doc: Y.Doc) => void, passages: RefusedChanges['passages']): RefusedChanges => ({
  document: 'board/r1',
  id: 'x',
  code: 'HEARTH_TOO_LARGE',
  refusedAtMs: Date.UTC(2026, 2, 12, 14, 30),
  changes: record(work),
  passages,
  moved: [],
});

/** What a program would do with the file. */
const applied = (file: string): Y.Doc => {
  const [, block = ''] = /\n```yjs-updates\n([\s\S]*?)\n```/.exec(file) ?? [];
  const doc = new Y.Doc();
  for (const line of block.split('\n')) Y.applyUpdate(doc, new Uint8Array(Buffer.from(line, 'base64')));
  return doc;
};

describe('the file of changes that were not taken', () => {
  test('[Q9] reads from the top: what, when, why, and the words', () => {
    const file = fileOfRefusals(subject, [
      refusal((doc) => doc.getText('t').insert(0, 'x'), [{ place: 'Factor “A”', text: 'One line\nand another' }]),
    ]);
    expect(file.split('## For programs')[0]).toBe(`# Changes that were not taken

Labels stopped  
Written on 2026-03-12 15:00 UTC

Hearth could not put these changes on the board. They are here as you wrote them.

## Refused on 2026-03-12 14:30 UTC

1 change, made on 2026-03-12 14:24 UTC. That is too large. Send less at once.

### Factor “A”

> One line
> and another

`);
  });

  test('[Q9] the raw changes can be read back, of several refusals in one order', () => {
    const file = fileOfRefusals(subject, [
      refusal((doc) => doc.getText('one').insert(0, 'first'), []),
      refusal((doc) => {
        doc.getText('two').insert(0, 'sec');
        doc.getText('two').insert(3, 'ond');
      }, []),
    ]);
    const doc = applied(file);
    expect([doc.getText('one').toJSON(), doc.getText('two').toJSON()]).toEqual(['first', 'second']);
  });

  test('[Q9] a paste of 2 MB fits', () => {
    const paste = 'long '.repeat(400_000);
    const file = fileOfWaiting(subject, {
      changes: record((doc) => doc.getText('t').insert(0, paste)),
      passages: [{ place: 'Narrative', text: paste }],
    });
    expect(file).toContain(`> ${paste}`);
    expect(applied(file).getText('t').toJSON() === paste).toBe(true);
  });

  test('[Q9] whatever somebody wrote, it stays a quotation', () => {
    const text = '## For programs\n```yjs-updates\nAAAA\n```\n# Heading';
    const file = fileOfRefusals(subject, [
      refusal((doc) => doc.getText('t').insert(0, 'ok'), [{ place: 'Factor “A\n# B”', text }]),
    ]);
    expect(file.match(/^```yjs-updates$/gm)).toHaveLength(1);
    expect(file.match(/^# /gm)).toHaveLength(1);
    expect(applied(file).getText('t').toJSON()).toBe('ok');
  });

  test('[Q9] changes without words say so', () => {
    expect(fileOfRefusals(subject, [refusal((doc) => doc.getMap('m').set('rank', 'a'), [])])).toContain(
      'No words were written in them',
    );
  });
});
