// One document and everyone on it: what people send, and what they are told. Nothing is told before it is durable.
// Rules: SPEC L1–L14, W1–W8.
import type { NotSavedReason } from '@hearth/protocol/sync';
import type { Refused } from './byte-reader.ts';
import type { Author } from './committer.ts';
import { readFrame, savingFrame, step1Frame, step2Frame, updateFrame } from './frames.ts';
import { type Accepted, readStateVector, type Sender } from './gate.ts';
import { HandOut } from './hand-out.ts';
import { Keeper, type KeeperListener, type Published } from './keeper.ts';
import type { UpdateLimits } from './limits.ts';
import { encodeNodeMessage, readNodeMessage } from './node-messages.ts';
import type { Peer } from './peer.ts';
import { RoomPresence } from './room-presence.ts';
import { RoomWard } from './ward.ts';
import type { World } from './world.ts';

type PeerAuthor = Author & { kind: 'peer' };

export class Room implements KeeperListener {
  readonly keeper: Keeper;
  readonly #world: World;
  readonly #peers = new Set<Peer>();
  readonly #presence: RoomPresence;
  readonly #handOut: HandOut;
  readonly #ward: RoomWard;
  readonly #discard: () => void;
  #cancelUnload: (() => void) | null = null;

  /** @param discard  called when the room is empty and everything is durable, or its document can't be loaded. */
  constructor(document: string, world: World, discard: (room: Room) => void) {
    this.#world = world;
    this.#presence = new RoomPresence(document, world, this.#peers);
    const unsubscribe = world.nodes?.fanOut.subscribe(document, (message) => this.#receiveFromNode(message));
    this.#discard = () => {
      this.#presence.end();
      unsubscribe?.();
      discard(this);
    };
    this.keeper = new Keeper(document, world, this);
    this.#handOut = new HandOut(world, this.keeper, this.#peers);
    this.#ward = new RoomWard(this.keeper, world);
    world.nodes?.fanOut.publish(document, encodeNodeMessage({ kind: 'presence-wanted' }));
  }

  get peers(): ReadonlySet<Peer> {
    return this.#peers;
  }

  // ——— people come and go ———

  join(peer: Peer): void {
    this.#cancelUnload?.();
    this.#cancelUnload = null;
    this.#peers.add(peer);
    if (this.keeper.open) this.#welcome(peer);
  }

  /** What it has seen or sent elsewhere may be in the log and not here yet: then it would seem to write it itself. */
  #welcome(peer: Peer): void {
    if (!this.#world.nodes) {
      this.#greet(peer);
      return;
    }
    void this.keeper.catchUp().then((caughtUp) => {
      if (!caughtUp) peer.close('HEARTH_UNAVAILABLE');
      else if (this.keeper.open && !peer.closed) this.#greet(peer);
    });
  }

  #greet(peer: Peer): void {
    if (peer.greeted) return;
    peer.greeted = true;
    this.#ask(peer);
    this.#presence.greet(peer);
    const { notSaved } = this.keeper;
    if (notSaved && peer.asksForAcknowledgements) peer.write(savingFrame(notSaved));
    this.#readInbox(peer);
  }

  /** Sends our sync step 1. An observer has nothing to give, so it is not asked. */
  #ask(peer: Peer): void {
    const { open } = this.keeper;
    if (open && peer.mayWrite) peer.write(step1Frame(open.gate.accepted));
  }

  #readInbox(peer: Peer): void {
    const waiting = peer.inbox;
    peer.inbox = [];
    for (const frame of waiting) this.receive(peer, frame);
  }

  leave(peer: Peer): void {
    if (!this.#peers.delete(peer)) return;
    this.#presence.leave(peer);
    this.unloadWhenEmpty();
  }

  /** Its socket is empty again. */
  drained(peer: Peer): void {
    const lagged = peer.behind !== null;
    peer.drained();
    this.#handOut.drained(peer);
    if (lagged) this.#presence.refresh(peer);
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
    if (this.keeper.open === null || !peer.greeted) {
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
      case 'awareness': {
        const received = this.#presence.receive(peer, read.value.payload);
        if (!received.ok) this.refuse(peer, received);
        return;
      }
      case 'query-awareness':
        this.#presence.greet(peer);
    }
  }

  /** The document is still being read. */
  #wait(peer: Peer, frame: Uint8Array): void {
    const bytes = peer.inbox.reduce((sum, { length }) => sum + length, frame.length);
    if (bytes > this.#world.limits.inboxBytes) this.refuse(peer, tooMuchWaits);
    else peer.inbox.push(new Uint8Array(frame));
  }

  #answer(peer: Peer, stateVector: Uint8Array): void {
    const known = readStateVector(stateVector, this.#world.limits.stateVectorClients);
    if (!known.ok) this.refuse(peer, known);
    else if (!peer.affordsStep1()) this.refuse(peer, tooManyQuestions);
    else if (!peer.hasRoomFor(0)) this.refuse(peer, doesNotRead);
    else {
      peer.joined = true;
      peer.behind = null;
      peer.writeAnswer(step2Frame(this.keeper.opened.document.encode(known.value)));
    }
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
    const { participantId, writer } = peer.identity;
    const verdict = this.keeper.judge(update, { participantId, writer, limits, counted: true });
    switch (verdict.kind) {
      case 'accepted':
        if (!peer.mayWrite) this.refuse(peer, observersOnlyRead);
        // Client ids are public before their owners have written: whoever is faster must not take them.
        else if (verdict.claims.some(({ client }) => this.#presence.isAnothers(client, participantId)))
          this.refuse(peer, takenClientId);
        else if (this.keeper.opened.document.bytes > this.#world.limits.documentBytes)
          this.refuse(peer, documentIsFull);
        else this.#acceptUnlessWarded(verdict, author);
        return;
      case 'nothing-new':
        // Durable already, unless what it repeats is still on its way into the log.
        this.keeper.whenSettled(() => this.#settle(author));
        return;
      case 'missing':
        this.#park(peer, { update, frame });
        return;
      case 'refused':
        this.refuse(peer, verdict.refusal);
    }
  }

  #acceptUnlessWarded(accepted: Accepted, author: PeerAuthor): void {
    const { peer } = author;
    const refusal = this.#ward.refusal(peer.identity, accepted.update.bytes);
    if (refusal) this.refuse(peer, refusal);
    else this.#accept(accepted, author);
  }

  #accept(accepted: Accepted, author: Author): void {
    this.keeper.accept(accepted, author);
    this.#ward.take(accepted.update.bytes);
  }

  #settle({ peer, frame, step2 }: PeerAuthor): void {
    if (step2) peer.receipts.settleStep2(frame);
    else peer.receipts.settle(frame);
    this.#world.acknowledgements.owe(peer, this.#peers.size === 1);
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
    const verdict = this.keeper.judge(update, { ...server, limits: this.#world.limits.server });
    switch (verdict.kind) {
      case 'nothing-new':
        return { ok: true };
      case 'missing':
        return { ok: false, code: 'HEARTH_CONFLICT', detail: "builds on a state that is not the document's" };
      case 'refused':
        return verdict.refusal;
      case 'accepted':
        return new Promise((resolve) => {
          const done = (outcome: { ok: true } | Refused): void => {
            if (!outcome.ok) this.#ward.rebuild();
            resolve(outcome);
          };
          this.#accept(verdict, { kind: 'server', done });
        });
    }
  }

  // ——— what the keeper tells ———

  documentOpened(again: boolean): void {
    this.#ward.rebuild();
    const whole = again ? updateFrame(this.keeper.opened.document.encode(null)) : null;
    for (const peer of this.#peers) {
      if (!peer.greeted) this.#welcome(peer);
      else if (whole) this.#start(peer, whole);
    }
    this.unloadWhenEmpty();
  }

  /** What was in memory has been read again: who was told something else is told afresh. */
  #start(peer: Peer, whole: Uint8Array): void {
    peer.behind = null;
    if (peer.joined) peer.writeAnswer(whole);
    if (peer.receipts.hasDiscarded) this.#ask(peer);
    this.#readInbox(peer);
  }

  /** A small room commits at once, and so does a quiet one. */
  get paceMs(): number {
    const { paceFrom, paceMsEach, maxPaceMs } = this.#world.limits;
    return Math.min(maxPaceMs, Math.max(0, this.#peers.size - paceFrom) * paceMsEach);
  }

  loadFailed(): void {
    for (const peer of this.#peers) peer.close('HEARTH_UNAVAILABLE');
    this.#discard();
  }

  published(all: readonly Published[]): void {
    for (const { update } of all) if (update) this.#ward.take(update.bytes);
    const { nodes } = this.#world;
    const own = nodes ? all.filter(({ author }) => author !== null) : [];
    if (nodes && own.length > 0) {
      const updates = own.map(({ logged }) => logged);
      nodes.fanOut.publish(this.keeper.document, encodeNodeMessage({ kind: 'updates', updates }));
    }
    this.#handOut.send(all);
    for (const { author } of all) {
      if (author?.kind === 'server') author.done({ ok: true });
      else if (author) this.#settle(author);
    }
  }

  refused(author: Author): void {
    if (author.kind === 'server') author.done(notInTheLog);
    else this.refuse(author.peer, notInTheLog);
  }

  dropped(author: Author): void {
    if (author.kind === 'server') author.done(notInTheLog);
    else author.peer.receipts.discard(author.frame);
  }

  savingChanged(reason: NotSavedReason | null): void {
    for (const peer of this.#peers) {
      if (peer.asksForAcknowledgements) peer.write(savingFrame(reason));
      // What it sent meanwhile was not kept. Asked again, it sends everything that is missing.
      if (reason === null && peer.receipts.hasDiscarded) this.#ask(peer);
    }
  }

  wardChanged(): void {
    this.#ward.changed();
  }

  // ——— other nodes ———

  #receiveFromNode(bytes: Uint8Array): void {
    const message = readNodeMessage(bytes);
    if (!message) return;
    switch (message.kind) {
      case 'updates':
        this.keeper.heardOf(message.updates);
        return;
      case 'presence':
        this.#presence.receiveFromNode(message.node, message.whole, message.states);
        return;
      case 'presence-wanted':
        this.#presence.tellWhoIsHere();
    }
  }
}

/** As the author of structs, the server is nobody who can connect. */
const server: Omit<Sender, 'limits'> = { participantId: 'server', writer: 'server', counted: false };

const observersOnlyRead: Refused = { ok: false, code: 'HEARTH_OBSERVERS_ONLY_READ', detail: 'an observer wrote' };
const takenClientId: Refused = { ok: false, code: 'HEARTH_FRAME_REFUSED', detail: 'the client id of another person' };
const notInTheLog: Refused = { ok: false, code: 'HEARTH_FRAME_REFUSED', detail: 'the log did not take it' };
const tooMuchWaits: Refused = {
  ok: false,
  code: 'HEARTH_RESYNC',
  detail: 'too much was sent while the document loads',
};
const doesNotRead: Refused = { ok: false, code: 'HEARTH_RESYNC', detail: 'asks, and does not read the answers' };
const tooManyQuestions: Refused = { ok: false, code: 'HEARTH_TOO_MANY_REQUESTS', detail: 'too many sync steps 1' };
const nothingToBuildOn: Refused = { ok: false, code: 'HEARTH_RESYNC', detail: 'builds on what was never sent' };
const documentIsFull: Refused = { ok: false, code: 'HEARTH_TOO_LARGE', detail: 'the document takes no more' };
