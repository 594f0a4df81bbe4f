// One node's way to the others through Redis: its connections, and whether messages really get through. A connection
// may look open for minutes after the network has gone, so the node sends itself a pulse and listens for it.
import { systemClock, type Clock } from '@hearth/sync/clock';
import type { Redis } from 'ioredis';
import { listening, openConnection, sending } from './redis-connection.ts';

const pulseEveryMs = 1_000;
/** While none comes back. */
const tryEveryMs = 200;
/** As long without a pulse, and the way counts as closed. */
const silenceMs = 3_500;

export class RedisLink {
  readonly sender: Redis;
  readonly listener: Redis;
  readonly #clock: Clock;
  readonly #connections = new Set<Redis>();
  readonly #pulse: string;
  readonly #onChange: ((open: boolean) => void)[] = [];
  #heardAtMs: number;
  #open = false;
  #stopPulse: () => void;

  /** Connects in the background; a Redis that is not there (yet) is waited for. */
  constructor(url: string, nodeId: string, clock: Clock = systemClock) {
    this.#clock = clock;
    this.#pulse = `hearth:pulse:${nodeId}`;
    this.#heardAtMs = clock.nowMs();
    this.sender = openConnection(url, this.#connections, sending);
    this.listener = openConnection(url, this.#connections, listening);
    this.listener.on('messageBuffer', (channel: Buffer) => {
      if (channel.toString() === this.#pulse) this.#heard();
    });
    void this.listener.subscribe(this.#pulse);
    for (const connection of [this.sender, this.listener]) connection.on('close', () => this.#become(false));
    this.#stopPulse = clock.after(0, () => this.#beat());
  }

  /** Whether what is sent now arrives, as far as one can know. */
  get open(): boolean {
    return this.#open;
  }

  /** Told whenever `open` changes. */
  onChange(listener: (open: boolean) => void): void {
    this.#onChange.push(listener);
  }

  /** Answers as Redis does: `PONG`, or rejects with what Redis says or `withinMs` is over. */
  async ping(withinMs: number): Promise<void> {
    const probe = this.listener.duplicate();
    try {
      await Promise.race([
        probe.ping(),
        new Promise((_, reject) => this.#clock.after(withinMs, () => reject(new Error('no answer')))),
      ]);
    } finally {
      probe.disconnect();
    }
  }

  close(): void {
    this.#stopPulse();
    for (const connection of this.#connections) connection.disconnect();
  }

  #beat(): void {
    if (this.#clock.nowMs() - this.#heardAtMs > silenceMs) {
      this.#become(false);
      // Half-open connections would never notice. Those that are trying already are left alone.
      for (const connection of this.#connections) if (connection.status === 'ready') connection.disconnect(true);
      this.#heardAtMs = this.#clock.nowMs();
    }
    if (this.sender.status === 'ready') void this.sender.publish(this.#pulse, '');
    this.#stopPulse = this.#clock.after(this.#open ? pulseEveryMs : tryEveryMs, () => this.#beat());
  }

  #heard(): void {
    this.#heardAtMs = this.#clock.nowMs();
    this.#become(true);
  }

  #become(open: boolean): void {
    if (this.#open === open) return;
    this.#open = open;
    for (const listener of this.#onChange) listener(open);
  }
}
