// Hands out what has become durable in one room: one message for all that has come together, written to everyone as it
// is. Rules: SPEC L13, L14, C2.
import type { StateVector } from './byte-document.ts';
import type { Author } from './committer.ts';
import { updateFrame } from './frames.ts';
import type { Keeper, Published } from './keeper.ts';
import type { Peer } from './peer.ts';
import { mergeAdmitted } from './structural-merge.ts';
import type { WalkedUpdate } from './update-walker.ts';
import type { World } from './world.ts';

interface HandedOut {
  update: WalkedUpdate;
  author: Author | null;
}

export class HandOut {
  readonly #world: World;
  readonly #keeper: Keeper;
  readonly #peers: ReadonlySet<Peer>;

  constructor(world: World, keeper: Keeper, peers: ReadonlySet<Peer>) {
    this.#world = world;
    this.#keeper = keeper;
    this.#peers = peers;
  }

  send(published: readonly Published[]): void {
    const batch = published.flatMap(({ update, author }) => (update ? [{ update, author }] : []));
    if (batch.length === 0) return;
    const message = updateFrame(mergeAdmitted(batch.map(({ update }) => update)));
    const author = onlyAuthor(batch);
    for (const peer of this.#peers) {
      if (!peer.joined || peer.behind || peer === author) continue;
      if (peer.hasRoomFor(message.length)) peer.write(message);
      else this.#fallBehind(peer, batch);
    }
  }

  /** Nothing more is written to it until its socket has drained; then it gets all that it has missed in one piece. */
  #fallBehind(peer: Peer, batch: readonly HandedOut[]): void {
    const { open } = this.#keeper;
    const sent: StateVector = open?.document.stateVector() ?? new Map();
    for (const { update } of batch)
      for (const { client, clock } of update.sections) sent.set(client, Math.min(clock, sent.get(client) ?? clock));
    peer.behind = sent;
    this.#world.clock.after(this.#world.limits.maxBehindMs, () => {
      if (peer.behind === sent) peer.close('HEARTH_RESYNC');
    });
  }

  /** Its socket is empty again. */
  drained(peer: Peer): void {
    const { open } = this.#keeper;
    if (!peer.behind || !open) return;
    const missed = updateFrame(open.document.encode(peer.behind));
    peer.behind = null;
    peer.writeAnswer(missed);
  }
}

/** An author alone in a batch gets nothing back; with others, Yjs skips what it has. */
const onlyAuthor = (batch: readonly HandedOut[]): Peer | null => {
  const first = batch[0]?.author;
  if (first?.kind !== 'peer') return null;
  return batch.every(({ author }) => author?.kind === 'peer' && author.peer === first.peer) ? first.peer : null;
};
