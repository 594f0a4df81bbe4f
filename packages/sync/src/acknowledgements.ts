// Acknowledgements wait a little for a message that goes to the same connection anyway. Rule: SPEC L4.
import type { Clock } from './clock.ts';
import type { Peer } from './peer.ts';

export class Acknowledgements {
  readonly #clock: Clock;
  readonly #withinMs: number;
  #owing = new Set<Peer>();

  constructor(clock: Clock, withinMs: number) {
    this.#clock = clock;
    this.#withinMs = withinMs;
  }

  /** @param alone  nobody else is there whose edits could carry it. */
  owe(peer: Peer, alone: boolean): void {
    if (!peer.owe()) return;
    if (alone || this.#withinMs === 0) {
      peer.acknowledge();
      return;
    }
    if (this.#owing.size === 0) this.#clock.after(this.#withinMs, () => this.tellAll());
    this.#owing.add(peer);
  }

  tellAll(): void {
    const owing = this.#owing;
    this.#owing = new Set();
    for (const peer of owing) peer.acknowledge();
  }
}
