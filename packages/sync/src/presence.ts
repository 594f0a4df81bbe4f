// Awareness of one room: who is where. Held for as long as somebody is there, never stored. Rules: SPEC P1–P3.
import { readAwareness, stampState } from './awareness-gate.ts';
import type { Refused } from './byte-reader.ts';
import { type AwarenessState, awarenessFrame } from './frames.ts';
import type { Limits } from './limits.ts';
import type { Peer } from './peer.ts';

interface Known extends AwarenessState {
  /** Null once it has left: kept for a while, since others may still send its state back. */
  owner: Peer | null;
  /** The clock as its owner last sent it; ours can be ahead. */
  sentClock: number;
  participantId: string;
}

/** Those who left are remembered up to this number. */
const maxDeparted = 200;

export class Presence {
  readonly #limits: Limits;
  readonly #known = new Map<number, Known>();
  readonly #changed = new Set<number>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Takes in the sender's own states. Those of others are ignored, not punished: stock clients send them back. */
  receive(peer: Peer, payload: Uint8Array): { ok: true } | Refused {
    const read = readAwareness(payload, this.#limits);
    if (!read.ok) return read;
    for (const { client, clock, json } of read.value) {
      if (!this.#isOwn(peer, client, clock)) continue;
      const stamped = stampState(json, peer.identity, this.#limits);
      if (!stamped.ok) return stamped;
      this.#take(peer, client, clock, stamped.value);
    }
    return { ok: true };
  }

  #isOwn(peer: Peer, client: number, clock: number): boolean {
    const known = this.#known.get(client);
    if (known?.owner === peer) return clock > known.sentClock;
    const owned = [...this.#known.values()].filter(({ owner }) => owner === peer).length;
    if (owned >= this.#limits.awarenessIdsPerConnection) return false;
    if (!known) return true;
    if (known.participantId !== peer.identity.participantId) return false;
    // Someone who comes back says first who they are, with the clock they had; a second tab only repeats what it saw.
    return clock > known.sentClock || (clock === known.sentClock && owned === 0);
  }

  #take(peer: Peer, client: number, sentClock: number, json: string | null): void {
    const known = this.#known.get(client);
    if (!known && json === null) return;
    // A client that comes back continues its own clock, which others have seen overtaken by our goodbye.
    const clock = known ? Math.max(sentClock, known.clock + 1) : sentClock;
    const { participantId } = peer.identity;
    this.#known.set(client, { client, clock, json, owner: json === null ? null : peer, sentClock, participantId });
    this.#changed.add(client);
  }

  leave(peer: Peer): void {
    for (const known of this.#known.values()) {
      if (known.owner !== peer) continue;
      known.owner = null;
      known.json = null;
      known.clock += 1;
      this.#changed.add(known.client);
    }
    this.#forgetDeparted();
  }

  #forgetDeparted(): void {
    const departed = [...this.#known.values()].filter(
      ({ owner, client }) => owner === null && !this.#changed.has(client),
    );
    for (const { client } of departed.slice(0, Math.max(0, departed.length - maxDeparted))) this.#known.delete(client);
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /** Hands out what has changed since the last call, to each peer without its own. */
  flush(peers: Iterable<Peer>): void {
    const states = [...this.#changed].flatMap((client) => this.#known.get(client) ?? []);
    this.#changed.clear();
    const everyone = awarenessFrame(states);
    for (const peer of peers) {
      const others = states.filter(({ owner }) => owner !== peer);
      if (others.length === states.length) peer.sendAwareness(everyone);
      else if (others.length > 0) peer.sendAwareness(awarenessFrame(others));
    }
  }

  /** All who are there, except the asker. @returns null when nobody else is. */
  frameFor(peer: Peer): Uint8Array | null {
    const others = [...this.#known.values()].filter(({ owner }) => owner !== null && owner !== peer);
    return others.length === 0 ? null : awarenessFrame(others);
  }
}
