// Rooms come and go: 500 boards are opened and left, twice, and the memory comes back.
import { newReview } from '../../bench/http-session.ts';
import { openEmbedded } from '../embedded.ts';
import { Ledger } from '../ledger.ts';
import { Violation } from '../meeting.ts';
import type { Scenario } from '../scenario.ts';
import { Scribe } from '../scribe.ts';
import { until } from '../waiting.ts';

const boardsOf = { short: 100, long: 500 };
const wordsOfABoard = 60;
/** Second wave to first, of what the process holds. */
const mostGrowth = 1.1;
const atOnce = 25;

interface Board {
  reviewId: string;
  cookie: string;
}

export const roomsReturn: Scenario = {
  name: 'rooms-return',
  claim: `${boardsOf.long} boards (${boardsOf.short} in the short form) opened and left twice leave no memory behind`,
  rounds: { short: 1, long: 3 },
  setUp: async (first, form) => {
    const boards = boardsOf[form];
    const { node, meeting, cleaner } = await openEmbedded({
      random: first,
      limits: { unloadAfterMs: 300, compactIdleAfter: 10 },
      settings: { NODE_OPTIONS: '--expose-gc' },
    });
    const list: Board[] = [];
    const figures: string[] = [];

    const openRooms = async (): Promise<number> => {
      const text = await (await fetch(`${node.url}/metrics`)).text();
      return Number(/^hearth_rooms(?:\{[^}]*\})? (\d+)/m.exec(text)?.[1] ?? Number.NaN);
    };

    /** Opens all, takes the measure while they are open, leaves all, takes it again when the rooms are gone. */
    const wave = async (write: boolean): Promise<{ openBytes: number; leftBytes: number; leftHeapBytes: number }> => {
      const scribes = list.map(
        ({ cookie }, index) => new Scribe({ name: `b${index}`, ledger: new Ledger(), random: first, cookie }),
      );
      for (let from = 0; from < list.length; from += atOnce) {
        await Promise.all(
          scribes.slice(from, from + atOnce).map(async (scribe, offset) => {
            await scribe.connect(node.url, list[from + offset]?.reviewId ?? '');
            await until('a board is there', () => scribe.synced);
            if (write) for (let word = 0; word < wordsOfABoard; word++) scribe.edit();
            await until('a board is saved', () => scribe.waiting === 0);
          }),
        );
      }
      const open = await node.measure();
      if (!write && scribes.some(({ doc }) => doc.store.clients.size === 0))
        throw new Violation('a board came back empty');
      for (const scribe of scribes) scribe.drop();
      await until('all rooms are gone', async () => (await openRooms()) === 0);
      const left = await node.measure();
      return { openBytes: open.residentBytes, leftBytes: left.residentBytes, leftHeapBytes: left.heapBytes };
    };

    return {
      play: async () => {
        while (list.length < boards) {
          const reviewId = await newReview(meeting.owner, `Board ${list.length}`);
          list.push({ reviewId, cookie: meeting.owner.cookie });
        }
        await wave(list.length === boards && figures.length === 0);
        const one = await wave(false);
        const two = await wave(false);
        const growth = {
          open: two.openBytes / one.openBytes,
          left: two.leftBytes / one.leftBytes,
          heap: two.leftHeapBytes / one.leftHeapBytes,
        };
        const text = Object.entries(growth).map(([name, ratio]) => `${name} ${ratio.toFixed(2)}`);
        figures.push(`second wave to first: ${text.join(', ')}`);
        if (Object.values(growth).some((ratio) => ratio > mostGrowth)) throw new Violation(figures.at(-1));
      },
      report: () => figures.join('; '),
      dispose: () => cleaner.clean(),
    };
  },
};
