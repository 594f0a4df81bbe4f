// Hearth itself: the whole server, with sessions and reviews.
import { fileURLToPath } from 'node:url';
import { acknowledgeParameter, writerParameter } from '@hearth/protocol/sync';
import { newReview, signIn } from '../../http-session.ts';
import type { Door, Started, Target } from './target.ts';
import { writerOf } from './writer.ts';

const main = fileURLToPath(new URL('../../../../apps/server/src/main.ts', import.meta.url));

/** Everyone is the owner on another browser; each room is the board of a review. */
const doorOfServer = async ({ port, log }: Started): Promise<Door> => {
  const url = `http://127.0.0.1:${port}`;
  const owner = await signIn(url, await ownerLink(log));
  const reviews = new Map<string, Promise<string>>();
  return async (room, writer) => {
    const review = reviews.get(room) ?? newReview(owner, room);
    reviews.set(room, review);
    const query = new URLSearchParams({ [acknowledgeParameter]: '1', [writerParameter]: writerOf(writer) });
    return {
      url: `ws://127.0.0.1:${port}/live/board/${await review}?${query.toString()}`,
      headers: { cookie: owner.cookie, origin: url },
    };
  };
};

/** It is printed a moment after the server listens. */
const ownerLink = async (log: Started['log']): Promise<string> => {
  for (let look = 0; look < 100; look++) {
    const link = /http:\/\/\S+\/sign-in#[\w-]+/.exec(log())?.[0];
    if (link !== undefined) return link;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Hearth printed no owner link');
};

export const ours: Target = {
  name: 'ours',
  wire: 'y-websocket',
  persists: true,
  about: 'Hearth: the whole server, SQLite, one review a room',
  command: (port, dataFolder) => ({
    args: [main],
    env: { PORT: String(port), HOST: '127.0.0.1', HEARTH_DATA: dataFolder, HEARTH_LOG: 'warn' },
  }),
  door: doorOfServer,
};
