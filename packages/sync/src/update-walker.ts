// Walks a V1 update byte by byte without building anything of Yjs, and tells where its parts lie.
// Throws `Refusal`; only the gate calls it. The format is that of Yjs' UpdateEncoderV1. Rules: SPEC G1–G5.
import { ByteReader, malformed, tooLarge } from './byte-reader.ts';
import type { UpdateLimits } from './limits.ts';

export interface StructId {
  client: number;
  clock: number;
}

/** What is needed to judge one struct: where it ends and which structs it refers to. */
export interface StructMark {
  end: number;
  needs: StructId[];
}

/** All structs of one client in an update: contiguous clocks, contiguous bytes. */
export interface Section {
  client: number;
  clock: number;
  end: number;
  marks: StructMark[];
  /** Byte offsets of the structs, without the section's header. */
  from: number;
  to: number;
}

export interface DeleteRange {
  client: number;
  clock: number;
  length: number;
}

export interface WalkedUpdate {
  bytes: Uint8Array;
  sections: Section[];
  deletes: DeleteRange[];
}

const contentTypes = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
  skip: 10,
};
const infoBits = { origin: 0x80, rightOrigin: 0x40, parentSub: 0x20, content: 0x1f };
/** Yjs' type references 3 (XML element) and 5 (XML hook) carry a name; 6 (XML text) is the last one. */
const namedTypes = new Set([3, 5]);
const lastType = 6;
const maxClientId = 0xffffffff;

/** Reads one update completely, or throws a `Refusal`. */
export const walkUpdate = (
  bytes: Uint8Array,
  limits: UpdateLimits,
  rootNames: ReadonlySet<string> | null,
): WalkedUpdate => new UpdateWalker(bytes, limits, rootNames).walk();

class UpdateWalker {
  readonly #reader: ByteReader;
  readonly #limits: UpdateLimits;
  readonly #rootNames: ReadonlySet<string> | null;
  readonly #unanchored = new Map<string, number>();
  #structs = 0;
  #values = 0;

  constructor(bytes: Uint8Array, limits: UpdateLimits, rootNames: ReadonlySet<string> | null) {
    this.#reader = new ByteReader(bytes);
    this.#limits = limits;
    this.#rootNames = rootNames;
  }

  walk(): WalkedUpdate {
    const sections = this.#sections();
    const deletes = this.#deletes();
    this.#reader.end();
    return { bytes: this.#reader.bytes, sections, deletes };
  }

  #sections(): Section[] {
    const count = this.#reader.varUint();
    if (count > this.#limits.clients) throw tooLarge('too many clients');
    const sections: Section[] = [];
    for (let index = 0; index < count; index += 1) {
      const section = this.#section();
      if (sections.some(({ client }) => client === section.client)) throw malformed('client twice');
      sections.push(section);
    }
    return sections;
  }

  #section(): Section {
    const reader = this.#reader;
    const count = reader.varUint();
    // A struct takes two bytes at least, so a count that the bytes can't hold is a lie.
    if (count === 0 || count * 2 > reader.left) throw malformed('implausible number of structs');
    this.#structs += count;
    if (this.#structs > this.#limits.structs) throw tooLarge('too many structs');
    const client = this.#client();
    const clock = reader.varUint();
    const from = reader.at;
    const marks: StructMark[] = [];
    let end = clock;
    for (let index = 0; index < count; index += 1) {
      const needs: StructId[] = [];
      end += this.#struct(needs);
      marks.push({ end, needs });
    }
    if (!Number.isSafeInteger(end)) throw malformed('integer out of range');
    return { client, clock, end, marks, from, to: reader.at };
  }

  #client(): number {
    const client = this.#reader.varUint();
    if (client > maxClientId) throw malformed('client id out of range');
    return client;
  }

  #id(): StructId {
    return { client: this.#client(), clock: this.#reader.varUint() };
  }

  /** @returns the struct's length in clock ticks. */
  #struct(needs: StructId[]): number {
    const info = this.#reader.byte();
    const content = info & infoBits.content;
    if (content === contentTypes.gc) return this.#claimedLength();
    if (content === contentTypes.skip) throw malformed('a gap');
    if (info & infoBits.origin) needs.push(this.#id());
    if (info & infoBits.rightOrigin) needs.push(this.#id());
    if (!(info & (infoBits.origin | infoBits.rightOrigin))) this.#parent(info, needs);
    return this.#content(content);
  }

  /** Only a struct without neighbours names its parent: a root type, or the struct that holds the type. */
  #parent(info: number, needs: StructId[]): void {
    let place: string;
    if (this.#reader.varUint() === 1) {
      const root = this.#key();
      if (this.#rootNames !== null && !this.#rootNames.has(root)) throw malformed('unknown root');
      place = `root ${root}`;
    } else {
      const parent = this.#id();
      needs.push(parent);
      place = `${parent.client} ${parent.clock}`;
    }
    if (info & infoBits.parentSub) place += ` key ${this.#key()}`;
    const siblings = (this.#unanchored.get(place) ?? 0) + 1;
    if (siblings > this.#limits.unanchored) throw tooLarge('too many structs in one place');
    this.#unanchored.set(place, siblings);
  }

  #content(kind: number): number {
    const { stringBytes } = this.#limits;
    switch (kind) {
      case contentTypes.deleted:
        return this.#claimedLength();
      case contentTypes.json:
        return this.#repeated(() => this.#json(true));
      case contentTypes.binary:
        this.#reader.varBytes(stringBytes);
        return 1;
      case contentTypes.string:
        return this.#text();
      case contentTypes.embed:
        this.#json(false);
        return 1;
      case contentTypes.format:
        this.#key();
        this.#json(false);
        return 1;
      case contentTypes.type:
        this.#type();
        return 1;
      case contentTypes.any:
        return this.#repeated(() => this.#value(0));
      default:
        throw malformed('unknown content');
    }
  }

  #claimedLength(): number {
    const length = this.#reader.varUint();
    if (length === 0 || length > this.#limits.claimedLength) throw tooLarge('implausible length');
    return length;
  }

  #repeated(readOne: () => void): number {
    const count = this.#reader.varUint();
    if (count === 0) throw malformed('empty content');
    for (let index = 0; index < count; index += 1) readOne();
    return count;
  }

  /** Yjs counts a text in UTF-16 units. */
  #text(): number {
    const bytes = this.#reader.stringBytes(this.#limits.stringBytes);
    if (bytes.length === 0) throw malformed('empty content');
    let length = 0;
    for (const byte of bytes) {
      if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
    }
    return length;
  }

  #json(undefinedAllowed: boolean): void {
    this.#countValue();
    const text = this.#reader.string(this.#limits.stringBytes);
    if (undefinedAllowed && text === 'undefined') return;
    if (!isPlainJson(text, this.#limits.valueDepth)) throw malformed('broken JSON');
  }

  #type(): void {
    const type = this.#reader.varUint();
    if (type > lastType) throw malformed('unknown type');
    if (namedTypes.has(type)) this.#key();
  }

  #key(): string {
    const key = this.#reader.string(this.#limits.keyBytes);
    if (key === '__proto__') throw malformed('forbidden key');
    return key;
  }

  #countValue(): void {
    this.#values += 1;
    if (this.#values > this.#limits.values) throw tooLarge('too many values');
  }

  /** A value in lib0's "any" encoding: its tag, then what the tag says. */
  #value(depth: number): void {
    const reader = this.#reader;
    if (depth > this.#limits.valueDepth) throw tooLarge('nested too deeply');
    this.#countValue();
    const tag = reader.byte();
    switch (tag) {
      case 127: // undefined
      case 126: // null
      case 121: // false
      case 120: // true
        return;
      case 125: // integer
        this.#varInt();
        return;
      case 124: // float32
        reader.skip(4);
        return;
      case 123: // float64
      case 122: // bigint
        reader.skip(8);
        return;
      case 119:
        reader.stringBytes(this.#limits.stringBytes);
        return;
      case 118: // object
        this.#times(reader.varUint(), () => {
          this.#key();
          this.#value(depth + 1);
        });
        return;
      case 117: // array
        this.#times(reader.varUint(), () => this.#value(depth + 1));
        return;
      case 116: // bytes
        reader.varBytes(this.#limits.stringBytes);
        return;
      default:
        throw malformed('unknown value');
    }
  }

  /** Ends early by itself: each turn reads a byte at least, or is refused as truncated. */
  #times(count: number, readOne: () => void): void {
    for (let index = 0; index < count; index += 1) readOne();
  }

  #varInt(): void {
    for (let bytes = 1; this.#reader.byte() & 0x80; bytes += 1) {
      if (bytes > 8) throw malformed('integer out of range');
    }
  }

  #deletes(): DeleteRange[] {
    const reader = this.#reader;
    const clients = reader.varUint();
    if (clients * 2 > reader.left) throw malformed('implausible number of deletes');
    const deletes: DeleteRange[] = [];
    for (let index = 0; index < clients; index += 1) {
      const client = this.#client();
      const count = reader.varUint();
      if (count * 2 > reader.left) throw malformed('implausible number of deletes');
      if (deletes.length + count > this.#limits.deleteRanges) throw tooLarge('too many deletes');
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

const isPlainJson = (text: string, maxDepth: number): boolean => {
  try {
    return isPlain(JSON.parse(text), maxDepth);
  } catch {
    return false;
  }
};

/** JSON whose keys can't reach an object's prototype, and which is not nested without end. */
export const isPlain = (value: unknown, maxDepth: number): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  if (maxDepth === 0) return false;
  return Object.entries(value).every(([key, inner]) => key !== '__proto__' && isPlain(inner, maxDepth - 1));
};
