// What nodes tell each other about documents, over Redis: a channel a document, each message led by its sender's id.
// Nothing here is a promise: without a way to Redis messages are dropped, and whoever misses one reads the log.
import type { FanOut } from '@hearth/sync/fan-out';
import type { RedisLink } from './redis-link.ts';

/** More than this on its way to a Redis that does not take it, and messages are dropped rather than kept. */
const mostUnsentBytes = 4 * 1024 * 1024;

export interface MessageCounts {
  sent: number;
  received: number;
  dropped: number;
}

export class RedisFanOut implements FanOut {
  readonly #link: RedisLink;
  readonly #sender: Buffer;
  readonly #receivers = new Map<string, Set<(message: Uint8Array) => void>>();
  /** Since the start. */
  readonly counts: MessageCounts = { sent: 0, received: 0, dropped: 0 };
  #unsentBytes = 0;

  /** @param nodeId  128 random bits as base64url. */
  constructor(link: RedisLink, nodeId: string) {
    this.#link = link;
    this.#sender = Buffer.from(nodeId, 'base64url');
    link.listener.on('messageBuffer', (channel: Buffer, message: Buffer) => this.#receive(channel.toString(), message));
  }

  publish(document: string, message: Uint8Array): void {
    const { sender } = this.#link;
    if (sender.status !== 'ready' || this.#unsentBytes + message.length > mostUnsentBytes) {
      this.counts.dropped += 1;
      return;
    }
    this.#unsentBytes += message.length;
    sender.publish(channelOf(document), Buffer.concat([this.#sender, message])).then(
      () => this.#settled('sent', message.length),
      () => this.#settled('dropped', message.length),
    );
  }

  subscribe(document: string, receive: (message: Uint8Array) => void): () => void {
    const channel = channelOf(document);
    const receivers = this.#receivers.get(channel) ?? new Set();
    if (receivers.size === 0) void this.#link.listener.subscribe(channel);
    this.#receivers.set(channel, receivers.add(receive));
    return () => {
      if (!receivers.delete(receive) || receivers.size > 0) return;
      this.#receivers.delete(channel);
      void this.#link.listener.unsubscribe(channel);
    };
  }

  #receive(channel: string, message: Buffer): void {
    const receivers = this.#receivers.get(channel);
    const from = message.subarray(0, this.#sender.length);
    if (!receivers || from.equals(this.#sender)) return;
    this.counts.received += 1;
    const content = message.subarray(this.#sender.length);
    for (const receive of receivers) receive(content);
  }

  #settled(fate: keyof MessageCounts, bytes: number): void {
    this.#unsentBytes -= bytes;
    this.counts[fate] += 1;
  }
}

const channelOf = (document: string): string => `hearth:document:${document}`;
