// One document and everyone on it: what people send, and what they are told. Nothing is told before it is durable.
// Rules: SPEC L1–L9.
import type { NotSavedReason } from '@hearth/protocol/sync';
import type { Refused } from './byte-reader.ts';
import type { Author } from './committer.ts';
import { readFrame, savingFrame, step1Frame, step2Frame, updateFrame } from './frames.ts';
import { checkStateVector, type Verdict } from './gate.ts';
import { Keeper, type KeeperListener, type World } from './keeper.ts';
import type { UpdateLimits } from './limits.ts';
import type { Peer } from './peer.ts';
import { Presence } from './presence.ts';

type PeerAuthor = Author & { kind: 'peer' };
/** As the author of structs, the server is nobody who can connect. */
const serverWriter = Symbol('server');

export class Room implements KeeperListener {
  readonly keeper: Keeper;
  readonly #world: World;
  readonly #peers = new Set<Peer>();
  readonly #presence: Presence;
  /** Who may write under a client id: whoever did so first. Forged structs would part the replicas for good. */
  readonly #writers = new Map<number, string | typeof serverWriter>();
  readonly #discard: () => void;
  #presenceDue = false;
  #cancelUnload: (() => void) | null = null;

  /** @param discard  called when the room is empty and everything is durable, or its document can't be loaded. */
  constructor(document: string, world: World, discard: (room: Room) => void) {
    this.#world = world;
    this.#discard = () => discard(this);
    this.#presence = new Presence(world.limits);
    this.keeper = new Keeper(document, world, this);
  }

  get peers(): ReadonlySet<Peer> {
    return this.#peers;
  }

  // ——— people come and go ———

  join(peer: Peer): void {
    this.#cancelUnload?.();
    this.#cancelUnload = null;
    this.#peers.add(peer);
    if (this.keeper.open) this.#greet(peer);
  }

  #greet(peer: Peer): void {
    this.#ask(peer);
    const presence = this.#presence.frameFor(peer);
    if (presence) peer.sendAwareness(presence);
    const { notSaved } = this.keeper;
    if (notSaved && peer.asksForAcknowledgements) peer.send(savingFrame(notSaved));
    this.#readInbox(peer);
  }

  /** Sends our sync step 1. An observer has nothing to give, so it is not asked. */
  #ask(peer: Peer): void {
    const { open } = this.keeper;
    if (open && peer.mayWrite) peer.send(step1Frame(open.accepted));
  }

  #readInbox(peer: Peer): void {
    const waiting = peer.inbox;
    peer.inbox = [];
    for (const frame of waiting) this.receive(peer, frame);
  }

  leave(peer: Peer): void {
    if (!this.#peers.delete(peer)) return;
    this.#presence.leave(peer);
    this.#presenceSoon();
    this.unloadWhenEmpty();
  }

  /** Begins the grace period if nobody is here. Somebody who joins meanwhile finds the document in memory. */
  unloadWhenEmpty(): void {
    if (this.#peers.size > 0) return;
    this.#cancelUnload?.();
    this.#cancelUnload = this.#world.clock.after(this.#world.limits.unloadAfterMs, () => void this.#unload());
  }

  async #unload(): Promise<void> {
    await this.keeper.compact(this.#world.limits.compactIdleAfter);
    if (this.#peers.size > 0) return;
    if (this.keeper.busy) this.unloadWhenEmpty();
    else this.#discard();
  }

  /** Ends the connection that sent what can't be taken. */
  refuse(peer: Peer, { code, detail }: Refused): void {
    this.#world.observe({ kind: 'refused', document: this.keeper.document, code, detail });
    peer.close(code);
  }

  // ——— frames ———

  receive(peer: Peer, frame: Uint8Array): void {
    if (peer.closed) return;
    if (this.keeper.open === null) {
      this.#wait(peer, frame);
      return;
    }
    const read = readFrame(frame);
    if (!read.ok) {
      this.refuse(peer, read);
      return;
    }
    switch (read.value.kind) {
      case 'step-1':
        this.#answer(peer, read.value.stateVector);
        return;
      case 'step-2':
        this.#step2(peer, read.value.update);
        return;
      case 'update':
        this.#update(peer, read.value.update);
        return;
      case 'awareness':
        this.#awareness(peer, read.value.payload);
        return;
      case 'query-awareness': {
        const presence = this.#presence.frameFor(peer);
        if (presence) peer.sendAwareness(presence);
      }
    }
  }

  /** The document is still being read. */
  #wait(peer: Peer, frame: Uint8Array): void {
    const bytes = peer.inbox.reduce((sum, { length }) => sum + length, frame.length);
    if (bytes > this.#world.limits.inboxBytes) this.refuse(peer, tooMuchWaits);
    else peer.inbox.push(new Uint8Array(frame));
  }

  #answer(peer: Peer, stateVector: Uint8Array): void {
    const checked = checkStateVector(stateVector, this.#world.limits.stateVectorClients);
    if (!checked.ok) this.refuse(peer, checked);
    else if (!peer.affordsStep1()) this.refuse(peer, tooManyQuestions);
    else {
      peer.joined = true;
      const { document } = this.keeper.opened;
      peer.sendAnswer(step2Frame(document.encode(stateVector)));
    }
  }

  // ——— presence ———

  #awareness(peer: Peer, payload: Uint8Array): void {
    const received = this.#presence.receive(peer, payload);
    if (received.ok) this.#presenceSoon();
    else this.refuse(peer, received);
  }

  #presenceSoon(): void {
    if (this.#presenceDue || !this.#presence.hasChanges) return;
    this.#presenceDue = true;
    this.#world.clock.soon(() => {
      this.#presenceDue = false;
      this.#presence.flush(this.#peers);
    });
  }

  // ——— edits ———

  #update(peer: Peer, update: Uint8Array): void {
    if (!peer.mayWrite) {
      this.refuse(peer, observersOnlyRead);
      return;
    }
    const author: PeerAuthor = { kind: 'peer', peer, frame: peer.receipts.receive(), step2: false };
    this.#take(author, new Uint8Array(update), this.#world.limits.update);
  }

  #step2(peer: Peer, update: Uint8Array): void {
    const author: PeerAuthor = { kind: 'peer', peer, frame: peer.receipts.receive(), step2: true };
    this.#take(author, new Uint8Array(update), this.#world.limits.handshake);
    peer.handshakeDone = true;
    this.#unpark(peer);
  }

  /** Frames that ran ahead of the handshake build on what it has brought, or on nothing that will ever come. */
  #unpark(peer: Peer): void {
    const { parked } = peer;
    peer.parked = [];
    for (const { update, frame } of parked) {
      if (peer.closed) return;
      this.#take({ kind: 'peer', peer, frame, step2: false }, update, this.#world.limits.update);
    }
  }

  #take(author: PeerAuthor, update: Uint8Array, limits: UpdateLimits): void {
    const { peer, frame } = author;
    if (this.keeper.notSaved && peer.mayWrite) {
      peer.receipts.discard(frame);
      return;
    }
    const verdict = this.#judge(update, peer.identity.participantId, limits);
    switch (verdict.kind) {
      case 'accepted':
        if (peer.mayWrite) this.keeper.accept(verdict.update, author);
        else this.refuse(peer, observersOnlyRead);
        return;
      case 'nothing-new':
        // Durable already, unless what it repeats is still on its way into the log.
        this.keeper.whenSettled(() => {
          settleReceipt(author);
          peer.acknowledge();
        });
        return;
      case 'missing':
        this.#park(peer, { update, frame });
        return;
      case 'refused':
        this.refuse(peer, verdict.refusal);
    }
  }

  #judge(update: Uint8Array, writer: string | typeof serverWriter, limits: UpdateLimits): Verdict {
    const verdict = this.keeper.judge(update, limits);
    if (verdict.kind !== 'accepted') return verdict;
    const clients = verdict.update.sections.map(({ client }) => client);
    if (clients.some((client) => (this.#writers.get(client) ?? writer) !== writer)) {
      return { kind: 'refused', refusal: forged };
    }
    for (const client of clients) this.#writers.set(client, writer);
    return verdict;
  }

  #park(peer: Peer, parked: { update: Uint8Array; frame: number }): void {
    const bytes = peer.parked.reduce((sum, { update }) => sum + update.length, parked.update.length);
    // What it builds on may be in frames that we did not keep, and have asked for again.
    const stillComing = !peer.handshakeDone || peer.receipts.hasDiscarded;
    if (!stillComing || bytes > this.#world.limits.parkedBytes) this.refuse(peer, nothingToBuildOn);
    else peer.parked.push(parked);
  }

  /** Needs a loaded document. @returns once the update is durable, or why it is not. */
  async applyServerUpdate(update: Uint8Array): Promise<{ ok: true } | Refused> {
    const { notSaved } = this.keeper;
    if (notSaved) return { ok: false, code: notSaved, detail: 'nothing can be saved' };
    const verdict = this.#judge(update, serverWriter, this.#world.limits.server);
    switch (verdict.kind) {
      case 'nothing-new':
        return { ok: true };
      case 'missing':
        return { ok: false, code: 'HEARTH_CONFLICT', detail: "builds on a state that is not the document's" };
      case 'refused':
        return verdict.refusal;
      case 'accepted':
        return new Promise((resolve) => {
          this.keeper.accept(verdict.update, { kind: 'server', done: resolve });
        });
    }
  }

  // ——— what the keeper tells ———

  documentOpened(again: boolean): void {
    const whole = again ? updateFrame(this.keeper.opened.document.encode(null)) : null;
    for (const peer of this.#peers) {
      if (!again) this.#greet(peer);
      else {
        if (whole && peer.joined) peer.sendAnswer(whole);
        this.#readInbox(peer);
      }
    }
    this.unloadWhenEmpty();
  }

  loadFailed(): void {
    for (const peer of this.#peers) peer.close('HEARTH_UNAVAILABLE');
    this.#discard();
  }

  published(authors: readonly Author[], merged: Uint8Array): void {
    const writers = new Set<Peer>();
    for (const author of authors) {
      if (author.kind === 'server') author.done({ ok: true });
      else {
        settleReceipt(author);
        writers.add(author.peer);
      }
    }
    this.#fanOut(writers, authors, merged);
    for (const peer of writers) peer.acknowledge();
  }

  /** One frame for all. An author alone in a batch gets nothing back; with others, Yjs skips what it has. */
  #fanOut(writers: ReadonlySet<Peer>, authors: readonly Author[], merged: Uint8Array): void {
    const frame = updateFrame(merged);
    const [first] = writers;
    const onlyAuthor = writers.size === 1 && authors.every(({ kind }) => kind === 'peer') ? first : null;
    for (const peer of this.#peers) if (peer.joined && peer !== onlyAuthor) peer.send(frame);
  }

  unreadable(author: Author): void {
    if (author.kind === 'server') author.done(unreadable);
    else this.refuse(author.peer, unreadable);
  }

  savingChanged(reason: NotSavedReason | null): void {
    for (const peer of this.#peers) {
      if (peer.asksForAcknowledgements) peer.send(savingFrame(reason));
      // What it sent meanwhile was not kept. Asked again, it sends everything that is missing.
      if (reason === null && peer.receipts.hasDiscarded) this.#ask(peer);
    }
  }
}

const settleReceipt = ({ peer, frame, step2 }: PeerAuthor): void => {
  if (step2) peer.receipts.settleStep2(frame);
  else peer.receipts.settle(frame);
};

const observersOnlyRead: Refused = { ok: false, code: 'HEARTH_OBSERVERS_ONLY_READ', detail: 'an observer wrote' };
const forged: Refused = { ok: false, code: 'HEARTH_FRAME_REFUSED', detail: "another participant's client id" };
const tooMuchWaits: Refused = {
  ok: false,
  code: 'HEARTH_RESYNC',
  detail: 'too much was sent while the document loads',
};
const tooManyQuestions: Refused = { ok: false, code: 'HEARTH_TOO_MANY_REQUESTS', detail: 'too many sync steps 1' };
const nothingToBuildOn: Refused = { ok: false, code: 'HEARTH_RESYNC', detail: 'dependencies are missing' };
const unreadable: Refused = { ok: false, code: 'HEARTH_FRAME_REFUSED', detail: 'Yjs can not read it' };
