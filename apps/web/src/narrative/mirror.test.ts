import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Awareness } from 'y-protocols/awareness';
import { follow, listenOnly, mirrorOf } from './mirror.ts';

const textOf = (doc: Y.Doc): string => {
  const text: Y.Text = doc.getText('t');
  return text.toJSON();
};

describe('a reader’s copy', () => {
  it('begins with what is there, follows every change, also one made before it began to follow', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'one');
    const mirror = mirrorOf(doc);
    expect(textOf(mirror)).toBe('one');
    doc.getText('t').insert(3, ' two');
    const stop = follow(mirror, doc);
    doc.getText('t').insert(7, ' three');
    expect(textOf(mirror)).toBe('one two three');
    stop();
    doc.getText('t').insert(0, 'zero ');
    expect(textOf(mirror)).toBe('one two three');
  });

  it('never changes the document that it follows', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'one');
    const mirror = mirrorOf(doc);
    follow(mirror, doc);
    mirror.getText('t').delete(0, 3);
    expect(textOf(doc)).toBe('one');
  });
});

describe('a reader’s awareness', () => {
  it('tells of others, and takes no caret', () => {
    const awareness = new Awareness(new Y.Doc());
    awareness.setLocalStateField('user', { name: 'Sam' });
    const reading = listenOnly(awareness);
    const heard: unknown[] = [];
    reading.on('change', (change: unknown) => heard.push(change));
    reading.setLocalStateField('cursor', { anchor: 1 });
    expect(awareness.getLocalState()).toEqual({ user: { name: 'Sam' } });
    awareness.setLocalStateField('user', { name: 'Sam Whitcombe' });
    expect(heard).toHaveLength(1);
    expect(reading.getLocalState()).toEqual({ user: { name: 'Sam Whitcombe' } });
    awareness.destroy();
  });
});
