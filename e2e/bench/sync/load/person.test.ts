import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { WireClient } from '../wire/wire-client.ts';
import { Person } from './person.ts';

/** Keeps what was sent. */
const recorder = () => {
  const sent: Uint8Array[] = [];
  const wire = { sendUpdate: (update: Uint8Array) => void sent.push(update) } as unknown as WireClient;
  return { wire, sent };
};

const twoPeople = (edits: number) => {
  const author = new Person(100_001);
  const reader = new Person(100_002);
  const { wire, sent } = recorder();
  for (let n = 0; n < edits; n++) author.edit(wire, n >= 2);
  const people = new Map([author, reader].map((person) => [person.clientId, person]));
  const seen: boolean[] = [];
  const receive = (update: Uint8Array): void => reader.receive(update, people, (_, counts) => seen.push(counts));
  return { author, reader, sent, seen, receive };
};

test('every edit is one frame and is seen once, however often it comes', () => {
  const { sent, seen, receive } = twoPeople(30);
  expect(sent.length).toBe(30);
  for (const update of [...sent, ...sent]) receive(update);
  expect(seen.length).toBe(30);
  expect(seen.filter((counts) => counts).length).toBe(28);
});

test('edits that the server has merged are each seen', () => {
  const { sent, seen, receive } = twoPeople(30);
  receive(Y.mergeUpdates(sent.slice(0, 20)));
  expect(seen.length).toBe(20);
  receive(Y.mergeUpdates(sent.slice(10)));
  expect(seen.length).toBe(30);
});

test('an edit that did not come is not counted as seen', () => {
  const { sent, seen, receive } = twoPeople(30);
  for (const update of sent.filter((_, index) => index !== 7)) receive(update);
  expect(seen.length).toBe(29);
});

test('pictures are equal when everything has arrived, and only then', () => {
  const { author, reader, sent, receive } = twoPeople(30);
  for (const update of sent.slice(1)) receive(update);
  expect(reader.picture()).not.toBe(author.picture());
  receive(sent[0] ?? new Uint8Array());
  expect(reader.picture()).toBe(author.picture());
});
