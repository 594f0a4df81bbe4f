// Awareness of one room: who is where, here and on other nodes. Held for as long as somebody is there, never stored.
// Rules: SPEC P1–P4.
import { readAwareness, stampState } from './awareness-gate.ts';
import type { Refused } from './byte-reader.ts';
import { type AwarenessState, awarenessFrame } from './frames.ts';
import type { Limits } from './limits.ts';
import type { NodePresenceState } from './node-messages.ts';
import type { Peer } from './peer.ts';

interface Known extends AwarenessState {
  /** The connection it is from, or the node; null once it has left: kept, since others may still send its state back. */
  owner: Peer | string | null;
  /** The clock as its owner last sent it; ours can be ahead. */
  sentClock: number;
  participantId: string;
}

/** Those who left are remembered up to this number. */
const maxDeparted = 200;
const goodbye = Buffer.from('null');

export class Presence {
  readonly #limits: Limits;
  readonly #known = new Map<number, Known>();
  readonly #owned = new Map<Peer, number>();
  readonly #changed = new Set<number>();
  /** When each node was last heard of. */
  readonly #nodes = new Map<string, number>();

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
    const owned = this.#owned.get(peer) ?? 0;
    if (owned >= this.#limits.awarenessIdsPerConnection) return false;
    if (!known) return true;
    if (known.participantId !== peer.identity.participantId) return false;
    // Someone who comes back says first who they are, with the clock they had; a second tab only repeats what it saw.
    return clock > known.sentClock || (clock === known.sentClock && owned === 0);
  }

  #take(peer: Peer, client: number, sentClock: number, state: string | null): void {
    const known = this.#known.get(client);
    if (!known && state === null) return;
    // A client that comes back continues its own clock, which others have seen overtaken by our goodbye.
    const clock = known ? Math.max(sentClock, known.clock + 1) : sentClock;
    const { participantId } = peer.identity;
    const json = state === null ? goodbye : Buffer.from(state);
    this.#own(known, state === null ? null : peer);
    this.#known.set(client, { client, clock, json, owner: state === null ? null : peer, sentClock, participantId });
    this.#changed.add(client);
  }

  /** Keeps count of how many client ids each connection has. */
  #own(known: Known | undefined, owner: Peer | null): void {
    const before = known?.owner;
    if (before === owner) return;
    if (typeof before === 'object' && before) this.#owned.set(before, (this.#owned.get(before) ?? 1) - 1);
    if (owner) this.#owned.set(owner, (this.#owned.get(owner) ?? 0) + 1);
  }

  leave(peer: Peer): void {
    this.#depart((known) => known.owner === peer);
    this.#owned.delete(peer);
    this.#forgetDeparted();
  }

  #depart(who: (known: Known) => boolean): void {
    for (const known of this.#known.values()) {
      if (!who(known)) continue;
      known.owner = null;
      known.json = goodbye;
      known.clock += 1;
      this.#changed.add(known.client);
    }
  }

  #forgetDeparted(): void {
    const departed = [...this.#known.values()].filter(
      ({ owner, client }) => owner === null && !this.#changed.has(client),
    );
    for (const { client } of departed.slice(0, Math.max(0, departed.length - maxDeparted))) this.#known.delete(client);
  }

  isAnothers(client: number, participantId: string): boolean {
    const known = this.#known.get(client);
    return known !== undefined && known.owner !== null && known.participantId !== participantId;
  }

  // ——— other nodes ———

  /** @param whole  whoever of that node is not in `states` has left. */
  receiveFromNode(node: string, whole: boolean, states: readonly NodePresenceState[], nowMs: number): void {
    this.#nodes.set(node, nowMs);
    const said = new Set(states.map(({ client }) => client));
    if (whole) this.#depart(({ owner, client }) => owner === node && !said.has(client));
    for (const state of states) this.#takeFromNode(node, state);
    this.#forgetDeparted();
  }

  #takeFromNode(node: string, { client, clock, participantId, json }: NodePresenceState): void {
    const known = this.#known.get(client);
    if (known && typeof known.owner === 'object' && known.owner !== null) {
      this.#contradict(known, clock);
      return;
    }
    const gone = goodbye.equals(json);
    if (known && (clock < known.clock || (clock === known.clock && (known.owner !== null || gone)))) return;
    const next = known ? Math.max(clock, known.clock + (known.owner === null ? 1 : 0)) : clock;
    this.#known.set(client, { client, clock: next, json, owner: gone ? null : node, sentClock: clock, participantId });
    this.#changed.add(client);
  }

  /** Who has moved here is here, whatever the node that they left still says; all others must hear that last. */
  #contradict(known: Known, clock: number): void {
    if (clock < known.clock) return;
    known.clock = clock + 1;
    this.#changed.add(known.client);
  }

  /** A node that was not heard of for long has died, and its people are gone. */
  forgetSilentNodes(nowMs: number): void {
    for (const [node, heardMs] of this.#nodes) {
      if (nowMs - heardMs <= this.#limits.presenceForgottenAfterMs) continue;
      this.#nodes.delete(node);
      this.#depart(({ owner }) => owner === node);
    }
  }

  /** Everyone who is connected here, as other nodes should know them. */
  get here(): NodePresenceState[] {
    return [...this.#known.values()].filter(({ owner }) => typeof owner === 'object' && owner !== null);
  }

  // ——— handing out ———

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /**
   * Hands out what has changed since the last call.
   * @returns what other nodes should be told.
   */
  flush(peers: Iterable<Peer>): NodePresenceState[] {
    const states = [...this.#changed].flatMap((client) => this.#known.get(client) ?? []);
    this.#changed.clear();
    const everyone = awarenessFrame(states);
    // A client ignores its own state with its own clock; with one that we have moved on, it would take it for its own.
    const special = new Set(states.filter(({ clock, sentClock }) => clock !== sentClock).map(({ owner }) => owner));
    const [only] = states.length === 1 ? states : [];
    for (const peer of peers) {
      if (peer === only?.owner && !peer.isQuiet) continue;
      if (!special.has(peer)) peer.writeAwareness(everyone);
      else peer.writeAwareness(awarenessFrame(states.filter(({ owner }) => owner !== peer)));
    }
    return states.filter(({ owner }) => typeof owner !== 'string');
  }

  /** All who are there, except the asker. @returns null when nobody else is. */
  frameFor(peer: Peer): Uint8Array | null {
    const others = [...this.#known.values()].filter(({ owner }) => owner !== null && owner !== peer);
    return others.length === 0 ? null : awarenessFrame(others);
  }

  /** All of whom anything is known, those who have left included: for one who may have missed that. */
  frameForLagging(peer: Peer): Uint8Array | null {
    const others = [...this.#known.values()].filter(({ owner }) => owner !== peer);
    return others.length === 0 ? null : awarenessFrame(others);
  }
}
