// A connection to Redis that nobody has to wait for: it comes back by itself, and what it rejects may be ignored.
import { Redis, type RedisOptions } from 'ioredis';

type Settings = Omit<RedisOptions, 'replyMapping'>;

const slowestRetryMs = 1_000;
/** A reader that is refused (no right to read, say) asks again after this long, not at once and for ever. */
const readAgainMs = 500;

/** For messages that are worth something now or never: without a connection they are rejected at once. */
export const sending: Settings = { enableOfflineQueue: false, autoResendUnfulfilledCommands: false };
/** For subscriptions, which wait for the connection and are made again on each new one. */
export const listening: Settings = { enableOfflineQueue: true, autoResendUnfulfilledCommands: true };

/** @param all  takes every open connection of this node, those that the socket.io adapter makes for itself included. */
export const openConnection = (url: string, all: Set<Redis>, options: Settings): Redis =>
  tame(
    new Redis(url, {
      ...options,
      connectTimeout: 3_000,
      keepAlive: 5_000,
      maxRetriesPerRequest: null,
      disableClientInfo: true,
      retryStrategy: (times: number) => Math.min(slowestRetryMs, 50 * 2 ** Math.min(times - 1, 10)),
    }),
    all,
  );

const tame = (connection: Redis, all: Set<Redis>): Redis => {
  all.add(connection);
  connection.once('end', () => all.delete(connection));
  // Without a listener ioredis would print every failed attempt.
  connection.on('error', () => undefined);
  // The socket.io adapter publishes without looking back: a rejection that nobody takes would end the process.
  const send = connection.sendCommand.bind(connection);
  connection.sendCommand = (command, stream) => {
    const sent = send(command, stream);
    if (!(sent instanceof Promise)) return sent;
    const outcome: Promise<unknown> = command.name === 'xread' ? sent.catch(laterAgain) : sent;
    outcome.catch(() => undefined);
    return outcome;
  };
  // The adapter multiplies its connection: what it adds, listens.
  const duplicate = (override?: Settings): Redis =>
    tame(new Redis({ ...(connection.options as Settings), ...listening, ...override }), all);
  connection.duplicate = duplicate;
  return connection;
};

const laterAgain = async (error: unknown): Promise<never> => {
  await new Promise((resolve) => {
    setTimeout(resolve, readAgainMs).unref();
  });
  throw error;
};
