// Walks a V1 update byte by byte and tells where its parts lie. Throws `Refusal`; callers guard. Rules: SPEC G1–G4.
import { malformed, tooLarge } from './byte-reader.ts';
import type { DeleteRange } from './delete-set.ts';
import type { UpdateLimits } from './limits.ts';
import { contentTypes, type Placement, StructReader, type StructReaderOptions } from './struct-reader.ts';

/** What is needed to judge one struct: where it ends and what it stands next to. */
export interface StructMark extends Placement {
  end: number;
}

/** All structs of one client in an update: contiguous clocks, contiguous bytes. */
export interface Section {
  client: number;
  clock: number;
  end: number;
  structs: number;
  /** Byte offsets of the structs, without the section's header. */
  from: number;
  to: number;
}

export interface WalkedUpdate {
  bytes: Uint8Array;
  sections: Section[];
  deletes: DeleteRange[];
}

/** With the marks of each section's structs, in order. */
export interface JudgedUpdate extends WalkedUpdate {
  marks: StructMark[][];
}

/** Reads an update of someone else completely, or throws a `Refusal`. */
export const walkUpdate = (
  bytes: Uint8Array,
  limits: UpdateLimits,
  rootNames: ReadonlySet<string> | null,
): JudgedUpdate => new UpdateWalker(bytes, { limits, rootNames }).walk();

/** Finds the parts of an update that was judged before it was stored. Throws a `Refusal` if the bytes are damaged. */
export const indexUpdate = (bytes: Uint8Array): JudgedUpdate => new UpdateWalker(bytes, { limits: null }).walk();

class UpdateWalker {
  readonly #marks: StructMark[][] = [];
  readonly #reader: StructReader;
  readonly #limits: UpdateLimits | null;
  #structs = 0;

  constructor(bytes: Uint8Array, options: StructReaderOptions) {
    this.#reader = new StructReader(bytes, options);
    this.#limits = options.limits ?? null;
  }

  walk(): JudgedUpdate {
    const sections = this.#sections();
    const deletes = this.#deletes();
    this.#reader.end();
    return { bytes: this.#reader.bytes, sections, deletes, marks: this.#marks };
  }

  #sections(): Section[] {
    const count = this.#reader.varUint();
    if (this.#limits && count > this.#limits.clients) throw tooLarge('too many clients');
    const sections: Section[] = [];
    const clients = new Set<number>();
    for (let index = 0; index < count; index += 1) {
      const section = this.#section();
      sections.push(section);
      if (clients.size === clients.add(section.client).size) throw malformed('client twice');
    }
    return sections;
  }

  #section(): Section {
    const reader = this.#reader;
    const structs = reader.varUint();
    // A struct takes two bytes at least, so a count that the bytes can't hold is a lie.
    if (structs === 0 || structs * 2 > reader.left) throw malformed('implausible number of structs');
    this.#structs += structs;
    if (this.#limits && this.#structs > this.#limits.structs) throw tooLarge('too many structs');
    const client = reader.clientId();
    const clock = reader.varUint();
    const from = reader.at;
    const end = this.#structsFrom(clock, structs);
    if (!Number.isSafeInteger(end)) throw malformed('integer out of range');
    return { client, clock, end, structs, from, to: reader.at };
  }

  /** @returns where the last one ends. */
  #structsFrom(clock: number, structs: number): number {
    const marks: StructMark[] = [];
    let end = clock;
    let placement = nowhere;
    const note = (found: Placement): void => {
      placement = found;
    };
    for (let index = 0; index < structs; index += 1) {
      placement = nowhere;
      end += this.#reader.struct(note);
      marks.push({ ...placement, end });
    }
    this.#marks.push(marks);
    return end;
  }

  #deletes(): DeleteRange[] {
    const reader = this.#reader;
    const clients = reader.varUint();
    if (clients * 2 > reader.left) throw malformed('implausible number of deletes');
    const deletes: DeleteRange[] = [];
    for (let index = 0; index < clients; index += 1) {
      const client = reader.clientId();
      const count = reader.varUint();
      if (count * 2 > reader.left) throw malformed('implausible number of deletes');
      if (this.#limits && deletes.length + count > this.#limits.deleteRanges) throw tooLarge('too many deletes');
      for (let range = 0; range < count; range += 1) {
        const clock = reader.varUint();
        const length = reader.varUint();
        if (length === 0) throw malformed('empty delete');
        deletes.push({ client, clock, length });
      }
    }
    return deletes;
  }
}

const nowhere: Placement = { origin: null, rightOrigin: null, parent: null, key: null, content: contentTypes.gc };
