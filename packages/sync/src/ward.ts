// What somebody may not write into a document just now. A room holds bytes; to tell what an update is about, it keeps the
// document as Yjs reads it beside them, for as long as there is somebody who decides by that. Rules: SPEC W1–W8.
import type { LiveIdentity } from '@hearth/protocol/sync';
import * as Y from 'yjs';
import type { Refused } from './byte-reader.ts';
import type { Keeper } from './keeper.ts';
import type { World } from './world.ts';

/** Decides what is taken into a document by what the document holds. Another one for each other decision. */
export interface Ward {
  /** Whatever they write is taken. */
  exempt(identity: LiveIdentity): boolean;
  /**
   * @param doc  holds everything that was accepted before; not to be changed.
   * @param update  V1, has passed the gate.
   */
  refuses(doc: Y.Doc, update: Uint8Array): boolean;
}

/** The ward of a document; null where nothing is refused. The same object for as long as it refuses the same. */
export type WardOf = (document: string) => Ward | null;

/** The document as Yjs reads it. */
interface Copy {
  /** null until everything that had been accepted before is durable. */
  doc: Y.Doc | null;
  /** Accepted since, and to be added. */
  meanwhile: Uint8Array[];
}

export class RoomWard {
  readonly #world: World;
  readonly #keeper: Keeper;
  #now: Ward | null;
  /** Those that were in force within the last seconds. */
  #before: { ward: Ward | null; untilMs: number }[] = [];
  #copy: Copy | null = null;

  constructor(keeper: Keeper, world: World) {
    this.#keeper = keeper;
    this.#world = world;
    this.#now = world.ward(keeper.document);
  }

  /** It may be another one now. */
  changed(): void {
    const next = this.#world.ward(this.#keeper.document);
    if (next === this.#now) return;
    const nowMs = this.#world.clock.nowMs();
    const lately = this.#before.filter(({ untilMs }) => untilMs > nowMs);
    this.#before = [...lately, { ward: this.#now, untilMs: nowMs + this.#world.limits.wardGraceMs }];
    this.#now = next;
    if (next === null || this.#copy === null) this.rebuild();
  }

  /** The document was read from the log, or something that was accepted is not in it after all. */
  rebuild(): void {
    this.#copy = null;
    if (this.#now === null || this.#keeper.open === null) return;
    const copy: Copy = { doc: null, meanwhile: [] };
    this.#copy = copy;
    this.#keeper.whenSettled(() => {
      if (this.#copy !== copy || this.#keeper.open === null) return;
      copy.doc = new Y.Doc();
      for (const update of [this.#keeper.opened.document.encode(null), ...copy.meanwhile]) this.#add(copy.doc, update);
      copy.meanwhile = [];
    });
  }

  /** It has been accepted, here or elsewhere. What comes twice changes nothing. */
  take(update: Uint8Array): void {
    if (this.#copy?.doc) this.#add(this.#copy.doc, update);
    else this.#copy?.meanwhile.push(update);
  }

  #add(doc: Y.Doc, update: Uint8Array): void {
    try {
      Y.applyUpdate(doc, update);
    } catch (error) {
      // Nobody is kept from writing by what we can't read. The next ward reads it again, and so does a reload.
      this.#world.observe({ kind: 'failed', document: this.#keeper.document, error });
      this.#copy = null;
    }
  }

  /** @returns why an update is not taken; null where it is. */
  refusal(identity: LiveIdentity, update: Uint8Array): Refused | null {
    const [now, copy] = [this.#now, this.#copy];
    if (now === null || copy === null || now.exempt(identity)) return null;
    const nowMs = this.#world.clock.nowMs();
    const wards = [now];
    for (const { ward, untilMs } of this.#before) {
      if (untilMs <= nowMs) continue;
      // What was on its way when a ward came was written in good faith.
      if (ward === null) return null;
      wards.push(ward);
    }
    const { doc } = copy;
    if (doc === null) return notReadYet;
    return wards.every((ward) => ward.refuses(doc, update)) ? locked : null;
  }
}

const locked: Refused = { ok: false, code: 'HEARTH_LOCKED', detail: 'the ward refuses it' };
const notReadYet: Refused = { ok: false, code: 'HEARTH_RESYNC', detail: 'the ward can not tell yet' };
