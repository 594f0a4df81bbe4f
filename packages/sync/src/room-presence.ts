// When a room's presence is handed out, and told to the other nodes. Rules: SPEC P1, P4.
import type { Refused } from './byte-reader.ts';
import { encodeNodeMessage, type NodePresenceState } from './node-messages.ts';
import type { Peer } from './peer.ts';
import { Presence } from './presence.ts';
import type { World } from './world.ts';

export class RoomPresence {
  readonly #document: string;
  readonly #world: World;
  readonly #peers: ReadonlySet<Peer>;
  readonly #presence: Presence;
  #due = false;
  #lastMs = -Infinity;
  #cancelRepeat: () => void = () => undefined;

  constructor(document: string, world: World, peers: ReadonlySet<Peer>) {
    this.#document = document;
    this.#world = world;
    this.#peers = peers;
    this.#presence = new Presence(world.limits);
    if (world.nodes) this.#repeat();
  }

  /** Everyone who is here, for a new connection. */
  greet(peer: Peer): void {
    const message = this.#presence.frameFor(peer);
    if (message) peer.writeAwareness(message);
  }

  /** For a connection to which nothing could be written for a while. */
  refresh(peer: Peer): void {
    const message = this.#presence.frameForLagging(peer);
    if (message) peer.writeAwareness(message);
  }

  /** Whether somebody else is here under this client id. */
  isAnothers(client: number, participantId: string): boolean {
    return this.#presence.isAnothers(client, participantId);
  }

  receive(peer: Peer, payload: Uint8Array): { ok: true } | Refused {
    const received = this.#presence.receive(peer, payload);
    this.#soon();
    return received;
  }

  leave(peer: Peer): void {
    this.#presence.leave(peer);
    this.#soon();
  }

  /** In a quiet room at once. */
  #soon(): void {
    if (this.#due || !this.#presence.hasChanges) return;
    this.#due = true;
    const { clock, limits } = this.#world;
    const waitMs = this.#lastMs + limits.presenceEveryMs - clock.nowMs();
    const flush = (): void => this.#flush();
    if (waitMs < 0.5) clock.soon(flush);
    else clock.after(waitMs, flush);
  }

  #flush(): void {
    this.#due = false;
    if (!this.#presence.hasChanges) return;
    this.#lastMs = this.#world.clock.nowMs();
    this.#tellNodes(false, this.#presence.flush(this.#peers));
  }

  // ——— other nodes ———

  #tellNodes(whole: boolean, states: NodePresenceState[]): void {
    const { nodes } = this.#world;
    if (!nodes || (states.length === 0 && !whole)) return;
    nodes.fanOut.publish(this.#document, encodeNodeMessage({ kind: 'presence', node: nodes.id, whole, states }));
  }

  /** Another node has just opened the document. */
  tellWhoIsHere(): void {
    this.#tellNodes(true, this.#presence.here);
  }

  receiveFromNode(node: string, whole: boolean, states: readonly NodePresenceState[]): void {
    this.#presence.receiveFromNode(node, whole, states, this.#world.clock.nowMs());
    this.#soon();
  }

  #repeat(): void {
    this.#cancelRepeat = this.#world.clock.after(this.#world.limits.presenceRepeatMs, () => {
      if (this.#peers.size > 0) this.tellWhoIsHere();
      this.#presence.forgetSilentNodes(this.#world.clock.nowMs());
      this.#soon();
      this.#repeat();
    });
  }

  end(): void {
    this.#cancelRepeat();
    // Whoever was here has left; without this, other nodes would learn it only from our silence.
    this.tellWhoIsHere();
  }
}
