// What connects a server to others that serve the same database. The database is the truth; Redis makes it quick.
import type { FanOut } from '@hearth/sync/fan-out';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { FacilitationServer } from '../live/audience.ts';
import { noOtherNodes, type OtherNodes } from '../live/other-nodes.ts';
import { RedisFanOut, type MessageCounts } from './redis-fan-out.ts';
import { RedisLink } from './redis-link.ts';
import { otherNodesOver } from './socket-nodes.ts';

export interface Scaling {
  fanOut: FanOut;
  /** Gives the facilitation channel its adapter. To be called once, before anybody connects. */
  join(io: FacilitationServer): OtherNodes;
  /** Null without a Redis. */
  redis: { readonly open: boolean; onChange(listener: (open: boolean) => void): void; counts: MessageCounts } | null;
  close(): void;
}

/** Nodes on one PostgreSQL, without a Redis: they find out by asking the database. */
export const withoutRedis: Scaling = {
  fanOut: { publish: () => undefined, subscribe: () => () => undefined },
  join: () => noOtherNodes,
  redis: null,
  close: () => undefined,
};

/** How long a Redis that answers at all may take to say that it does not want us. */
const answerWithinMs = 3_000;

/**
 * @param nodeId  128 random bits as base64url.
 * @returns at once where Redis is away: it is waited for in the background.
 * @throws RedisRefusal  when it is there and does not let us in.
 */
export const openScaling = async (redisUrl: string, nodeId: string): Promise<Scaling> => {
  const link = new RedisLink(redisUrl, nodeId);
  try {
    await link.ping(answerWithinMs);
  } catch (error) {
    if (isRefusal(error)) {
      link.close();
      throw new RedisRefusal(error.message);
    }
  }
  const fanOut = new RedisFanOut(link, nodeId);
  let leave = (): void => undefined;
  return {
    fanOut,
    join: (io) => {
      io.adapter(createAdapter(link.sender, { streamName: 'hearth', channelPrefix: 'hearth', blockTimeInMs: 1_000 }));
      leave = () => void io.of('/').adapter.close();
      return otherNodesOver(io, link, nodeId);
    },
    redis: {
      get open() {
        return link.open;
      },
      onChange: (listener) => link.onChange(listener),
      counts: fanOut.counts,
    },
    close: () => {
      // The adapter first: its readers ask again and again until it is closed.
      leave();
      link.close();
    },
  };
};

export class RedisRefusal extends Error {}

/** What Redis itself says, such as `WRONGPASS …` or `NOAUTH …`, and not the network. */
const isRefusal = (error: unknown): error is Error => error instanceof Error && error.name === 'ReplyError';
