// What every journey begins with: a server with its owner, a review, and people who come in, each in a browser of their own.
// One server serves all journeys of a worker; a journey that kills, fills or restarts its server starts one of its own.
import type { ReviewId } from '@hearth/review/ids';
import { test as base, type BrowserContextOptions } from '@playwright/test';
import type * as Y from 'yjs';
import { joinLink, newReview, signIn, type HttpSession } from './bench/http-session.ts';
import { openLiveClient, type LiveClient } from './bench/live-client.ts';
import { startHearth, type HearthServer } from './hearth-server.ts';
import { Person } from './person.ts';

interface Arrival extends BrowserContextOptions {
  /** Of the join link; a participant without. */
  role?: string;
}

export type OnBoard = <T>(act: (doc: Y.Doc) => T | Promise<T>, reviewId?: ReviewId) => Promise<T>;

interface Journey {
  /** Of the incident that the review is about. */
  title: string;
  reviewId: ReviewId;
  /** In the room without a browser, as the owner: fills the board, and sees what becomes of it. */
  live: LiveClient;
  /** Looks at a board as the server has it now, or fills it; of the journey's review without another. */
  onBoard: OnBoard;
  /** Somebody who is nowhere yet. */
  arrive: (name: string, options?: BrowserContextOptions) => Promise<Person>;
  /** Somebody who came in by a join link of the review. */
  enter: (name: string, arrival?: Arrival) => Promise<Person>;
  /** The owner, in the room of the review. */
  lead: (name: string, options?: BrowserContextOptions) => Promise<Person>;
}

interface Worker {
  /** Of the server's environment. */
  settings: Record<string, string>;
  server: HearthServer;
  owner: HttpSession;
}

export const test = base.extend<Journey, Worker>({
  settings: [{}, { option: true, scope: 'worker' }],
  server: [
    async ({ settings }, give) => {
      const server = await startHearth(settings);
      await give(server);
      await server.dispose();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  owner: [async ({ server }, give) => give(await signIn(server.url, server.ownerLink())), { scope: 'worker' }],
  title: ['Labels stopped at Oldham Road', { option: true }],
  reviewId: async ({ owner, title }, give) => give(await newReview(owner, title)),
  live: async ({ server, owner, reviewId }, give) => {
    const live = await openLiveClient(server.url, reviewId, owner.cookie);
    await give(live);
    live.destroy();
  },
  onBoard: async ({ server, owner, reviewId }, give) =>
    give(async (act, id = reviewId) => {
      const client = await openLiveClient(server.url, id, owner.cookie);
      try {
        return await act(client.doc);
      } finally {
        client.destroy();
      }
    }),
  arrive: async ({ browser, server }, give) => {
    const people: Person[] = [];
    await give(async (name, options) => {
      const person = await Person.arrive(browser, server.url, name, options);
      people.push(person);
      return person;
    });
    for (const person of people) await person.context.close();
  },
  enter: async ({ arrive, owner, reviewId }, give) =>
    give(async (name, { role, ...options } = {}) => {
      const person = await arrive(name, options);
      await person.join(await joinLink(owner, reviewId, role));
      return person;
    }),
  lead: async ({ arrive, server, owner, reviewId }, give) =>
    give(async (name, options) => {
      const person = await arrive(name, options);
      await person.bring(owner.cookie, server.url);
      await person.page.goto(`/reviews/${reviewId}`);
      await person.expectSaved();
      return person;
    }),
});
