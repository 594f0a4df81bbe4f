// Random people on random networks, some of whose changes can never be taken: whatever anyone wrote is at the server or in a
// quarantine, never in both, never in neither.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { LiveDocument } from './live-document.ts';
import { Desk, eventually } from './test/desk.ts';

const runs = Number(process.env['HEARTH_LIVE_RUNS'] ?? 12);

type Step =
  | { kind: 'write'; tab: number; card: number; at: 'front' | 'end' }
  | { kind: 'bad'; tab: number; card: number; size: number }
  | { kind: 'close'; tab: number }
  | { kind: 'crash-server' }
  | { kind: 'drop' }
  | { kind: 'pause'; ms: number };

const tab = fc.nat(1);
const card = fc.nat(3);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('write'), tab, card, at: fc.constantFrom('front', 'end') }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('bad'), tab, card, size: fc.constantFrom(70_000, 1_100_000) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close'), tab }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash-server') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop') }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pause'), ms: fc.nat(25) }) },
);

const cardsOf = (doc: Y.Doc): Y.Map<Y.Text> => doc.getMap<Y.Text>('cards');

/** The cards are there from the start: of two that are made under one name, Yjs keeps one. */
const prepare = async (desk: Desk): Promise<void> => {
  const first = desk.openTab();
  for (let n = 0; n < 4; n++) cardsOf(first.copy().doc).set(`card-${n}`, new Y.Text());
  await eventually(() => expect(first.status.get().kind).toBe('saved'));
  desk.close(first);
};

const wordsOf = (doc: Y.Doc): string[] =>
  Object.values(cardsOf(doc).toJSON() as Record<string, string>).flatMap((text) => text.match(/<\d+>/g) ?? []);

/** Words of a tab's quarantine, which it holds as updates of Yjs. */
const setAside = (doc: Y.Doc, open: LiveDocument): string[] => {
  const whole = new Y.Doc();
  Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc));
  for (const { changes } of open.quarantine.get().refusals)
    for (const { update } of changes) Y.applyUpdate(whole, update);
  const there = new Set(wordsOf(doc));
  return wordsOf(whole).filter((word) => !there.has(word));
};

test('[Q1] [Q2] [Q3] [S3] random people, networks and refusals: everything written is saved or set aside, once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const desk = new Desk();
      await desk.server.start();
      try {
        await prepare(desk);
        const tabs = [desk.openTab(), desk.openTab()];
        for (const open of tabs) await eventually(() => expect(cardsOf(open.copy().doc).size).toBe(4));
        const written: string[] = [];
        let word = 0;
        for (const now of steps) {
          switch (now.kind) {
            case 'write':
            case 'bad': {
              const open = tabs[now.tab];
              if (!open) continue;
              const text = cardsOf(open.copy().doc).get(`card-${now.card}`);
              if (!text) continue; // a tab that was just opened has nothing yet
              word += 1;
              const mark = `<${word}>`;
              written.push(mark);
              const at = now.kind === 'write' && now.at === 'front' ? 0 : text.length;
              text.insert(at, now.kind === 'bad' ? mark + 'x'.repeat(now.size) : mark);
              break;
            }
            case 'close': {
              const closing = tabs[now.tab];
              if (closing) desk.close(closing);
              tabs[now.tab] = desk.openTab();
              break;
            }
            case 'crash-server':
              await desk.server.die();
              await desk.server.start();
              break;
            case 'drop':
              desk.server.rooms.disconnect(() => true, 'HEARTH_RESYNC');
              break;
            case 'pause':
              await new Promise((resolve) => setTimeout(resolve, now.ms));
          }
        }
        await eventually(() => expect(tabs.map((open) => open.status.get().kind)).toEqual(['saved', 'saved']));
        for (const open of tabs) desk.close(open);
        const last = desk.openTab();
        await eventually(() => expect(last.status.get().kind).toBe('saved'));
        const stored = await desk.server.stored();
        const saved = wordsOf(stored);
        const kept = setAside(stored, last);
        expect([...saved, ...kept].toSorted()).toEqual(written.toSorted());
        expect(wordsOf(last.copy().doc).toSorted()).toEqual(saved.toSorted());
        // The news that something is gone is nobody's change: "Saved" does not wait for it.
        await eventually(() => expect(desk.device.kept.size).toBe(0));
        expect(desk.server.writers.length).toBeLessThan(400);
      } finally {
        await desk.clear();
      }
    }),
    { numRuns: runs },
  );
}, 600_000);
