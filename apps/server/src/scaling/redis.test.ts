// What must hold of the way through Redis, whatever Redis does. Rules: SPEC N2, N8, N9.
import { missingRedis, RedisServer } from '@hearth/store/test/redis-server';
import { Redis } from 'ioredis';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../secrets.ts';
import { RedisFanOut } from './redis-fan-out.ts';
import { RedisLink } from './redis-link.ts';
import { openScaling, RedisRefusal } from './service.ts';
import { eventually } from '../test/eventually.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

const missing = missingRedis();
if (missing !== null) process.stderr.write(`SKIPPED: the way through Redis is not tested: ${missing}\n`);

describe.skipIf(missing !== null)('the fan-out over Redis', () => {
  let redis: RedisServer;
  const ends: (() => unknown)[] = [];
  beforeAll(async () => {
    redis = await RedisServer.create();
    return () => redis.stop();
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  const another = async (): Promise<RedisServer> => {
    const server = await RedisServer.create();
    ends.push(() => server.stop());
    return server;
  };
  const tell = async (server: RedisServer, ...[command = '', ...words]: string[]): Promise<void> => {
    const client = new Redis(server.url);
    await client.call(command, words);
    client.disconnect();
  };
  const node = async (url = redis.url) => {
    const nodeId = newId();
    const link = new RedisLink(url, nodeId);
    ends.push(() => link.close());
    const fanOut = new RedisFanOut(link, nodeId);
    await vi.waitFor(() => expect(link.open).toBe(true), { timeout: 15_000 });
    return { link, fanOut };
  };
  const listen = (fanOut: RedisFanOut, document: string): Uint8Array[] => {
    const heard: Uint8Array[] = [];
    ends.push(fanOut.subscribe(document, (message) => heard.push(Uint8Array.from(message))));
    return heard;
  };

  it('[N8] brings any bytes to the other nodes that listen for the document, and none back', async () => {
    const [one, two] = [await node(), await node()];
    const [own, theirs, elsewhere] = [
      listen(one.fanOut, 'board/a'),
      listen(two.fanOut, 'board/a'),
      listen(two.fanOut, 'board/b'),
    ];
    const every = Uint8Array.from({ length: 256 }, (_, value) => value);
    // Subscriptions take a moment.
    await eventually(() => {
      one.fanOut.publish('board/a', every);
      expect(theirs.length).toBeGreaterThan(0);
    });
    one.fanOut.publish('board/a', bytes());
    await eventually(() => expect(theirs.at(-1)).toEqual(bytes()));
    expect(theirs[0]).toEqual(every);
    expect([own, elsewhere]).toEqual([[], []]);
  });

  it('[N8] brings nothing more to whoever has stopped listening', async () => {
    const [one, two] = [await node(), await node()];
    const heard: Uint8Array[] = [];
    const stop = two.fanOut.subscribe('board/c', (message) => heard.push(message));
    const still = listen(two.fanOut, 'board/c');
    await eventually(() => {
      one.fanOut.publish('board/c', bytes(1));
      expect(heard.length).toBeGreaterThan(0);
    });
    const [before, stillBefore] = [heard.length, still.length];
    stop();
    stop();
    one.fanOut.publish('board/c', bytes(2));
    await eventually(() => expect(still.length).toBeGreaterThan(stillBefore));
    expect(heard).toHaveLength(before);
  });

  it('[N2] drops what nobody can carry, keeps none of it, and goes on when Redis is back', async () => {
    const own = await another();
    const [one, two] = [await node(own.url), await node(own.url)];
    const heard = listen(two.fanOut, 'board/d');
    await own.kill();
    await eventually(() => expect(one.link.open || two.link.open).toBe(false));
    for (let count = 0; count < 1_000; count += 1) one.fanOut.publish('board/d', new Uint8Array(100_000));
    expect(one.fanOut.counts.dropped).toBe(1_000);
    await own.start();
    await vi.waitFor(() => expect(one.link.open && two.link.open).toBe(true), { timeout: 15_000 });
    await eventually(() => {
      one.fanOut.publish('board/d', bytes(7));
      expect(heard.length).toBeGreaterThan(0);
    });
    expect(heard.every((message) => message.length === 1)).toBe(true);
  });

  it('[N2] notices a Redis that is connected and silent, and comes back to it', async () => {
    const own = await another();
    const { link, fanOut } = await node(own.url);
    await tell(own, 'CLIENT', 'PAUSE', '9000', 'ALL');
    await vi.waitFor(() => expect(link.open).toBe(false), { timeout: 15_000 });
    for (let count = 0; count < 100; count += 1) fanOut.publish('board/e', new Uint8Array(100_000));
    expect(fanOut.counts.dropped).toBeGreaterThan(50);
    await vi.waitFor(() => expect(link.open).toBe(true), { timeout: 15_000 });
  });

  it('[N9] is refused with what Redis says, never with the password', async () => {
    const locked = await another();
    await tell(locked, 'CONFIG', 'SET', 'requirepass', 'right-secret');
    const wrong = locked.url.replace('redis://', 'redis://:wrong-secret@');
    for (const url of [locked.url, wrong]) {
      const refused = await openScaling(url, newId()).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(RedisRefusal);
      expect(String(refused)).toMatch(/NOAUTH|WRONGPASS/);
      expect(String(refused)).not.toContain('secret');
    }
    const scaling = await openScaling(locked.url.replace('redis://', 'redis://:right-secret@'), newId());
    scaling.close();
  });

  it('[N9] starts without a Redis and waits for it', async () => {
    const absent = await another();
    await absent.kill();
    const scaling = await openScaling(absent.url, newId());
    ends.push(() => scaling.close());
    expect(scaling.redis?.open).toBe(false);
    await absent.start();
    await vi.waitFor(() => expect(scaling.redis?.open).toBe(true), { timeout: 15_000 });
  });
});
