// Reads the structs of a Yjs V1 update without building anything of Yjs. The format is that of Yjs' UpdateEncoderV1.
// Throws `Refusal`; callers guard. Rules: SPEC G1–G3.
import { ByteReader, malformed, tooLarge } from './byte-reader.ts';
import { isPlainJson } from './plain-json.ts';
import type { UpdateLimits } from './limits.ts';

export interface StructId {
  client: number;
  clock: number;
}

/** Where a struct stands: what it was written next to, or under. */
export interface Placement {
  origin: StructId | null;
  rightOrigin: StructId | null;
  /** A root type's name, or the struct that holds the type. Given only without neighbours. */
  parent: StructId | string | null;
  /** The key in a map. */
  key: string | null;
  /** One of `contentTypes`. */
  content: number;
}

/** What a struct holds. */
export const contentTypes = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  skip: 10,
};
const infoBits = { origin: 0x80, rightOrigin: 0x40, parentSub: 0x20, content: 0x1f };
/** Yjs' type references 3 (XML element) and 5 (XML hook) carry a name; 6 (XML text) is the last one. */
const namedTypes = new Set([3, 5]);
const lastType = 6;
const maxClientId = 0xffffffff;

export class StructReader extends ByteReader {
  /** Null for bytes that were judged before: nothing is checked then but what reading needs. */
  readonly #limits: UpdateLimits | null;
  readonly #rootNames: ReadonlySet<string> | null;
  #values = 0;

  constructor(bytes: Uint8Array, { limits = null, rootNames = null, at = 0 }: StructReaderOptions = {}) {
    super(bytes, at);
    this.#limits = limits;
    this.#rootNames = rootNames;
  }

  clientId(): number {
    const client = this.varUint();
    if (client > maxClientId) throw malformed('client id out of range');
    return client;
  }

  id(): StructId {
    return { client: this.clientId(), clock: this.varUint() };
  }

  /**
   * @param note  told where the struct stands; never for one whose place was forgotten with its content.
   * @returns the struct's length in clock ticks.
   */
  struct(note: ((placement: Placement) => void) | null): number {
    const info = this.byte();
    const content = info & infoBits.content;
    if (content === contentTypes.gc) return this.#claimedLength();
    if (content === contentTypes.skip) throw malformed('a gap');
    const origin = info & infoBits.origin ? this.id() : null;
    const rightOrigin = info & infoBits.rightOrigin ? this.id() : null;
    const anchored = origin !== null || rightOrigin !== null;
    const parent = anchored ? null : this.#parent();
    const key = !anchored && info & infoBits.parentSub ? this.#key() : null;
    note?.({ origin, rightOrigin, parent, key, content });
    return this.#content(content);
  }

  #parent(): StructId | string {
    if (this.varUint() !== 1) return this.id();
    const root = this.#key();
    if (this.#rootNames !== null && !this.#rootNames.has(root)) throw malformed('unknown root');
    return root;
  }

  #content(kind: number): number {
    switch (kind) {
      case contentTypes.deleted:
        return this.#claimedLength();
      case contentTypes.json:
        return this.#repeated(() => this.#json(true));
      case contentTypes.binary:
        this.varBytes(this.#stringBytes);
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

  get #stringBytes(): number {
    return this.#limits?.stringBytes ?? Infinity;
  }

  #claimedLength(): number {
    const length = this.varUint();
    if (length === 0 || (this.#limits && length > this.#limits.claimedLength)) throw tooLarge('implausible length');
    return length;
  }

  #repeated(readOne: () => void): number {
    const count = this.varUint();
    if (count === 0) throw malformed('empty content');
    for (let index = 0; index < count; index += 1) readOne();
    return count;
  }

  /** Yjs counts a text in UTF-16 units. */
  #text(): number {
    const bytes = this.#limits ? this.stringBytes(this.#limits.stringBytes) : this.varBytes();
    if (bytes.length === 0) throw malformed('empty content');
    let length = 0;
    for (const byte of bytes) {
      if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
    }
    return length;
  }

  #json(undefinedAllowed: boolean): void {
    if (this.#limits === null) {
      this.varBytes();
      return;
    }
    this.#countValue();
    const text = this.string(this.#limits.stringBytes);
    if (undefinedAllowed && text === 'undefined') return;
    if (!isPlainJson(text, this.#limits.valueDepth)) throw malformed('broken JSON');
  }

  #type(): void {
    const type = this.varUint();
    if (type > lastType) throw malformed('unknown type');
    if (namedTypes.has(type)) this.#key();
  }

  #key(): string {
    const key = this.string(this.#limits?.keyBytes ?? Infinity);
    if (key === '__proto__') throw malformed('forbidden key');
    return key;
  }

  #countValue(): void {
    this.#values += 1;
    if (this.#limits && this.#values > this.#limits.values) throw tooLarge('too many values');
  }

  /** A value in lib0's "any" encoding: its tag, then what the tag says. */
  #value(depth: number): void {
    if (this.#limits && depth > this.#limits.valueDepth) throw tooLarge('nested too deeply');
    this.#countValue();
    switch (this.byte()) {
      case 127: // undefined
      case 126: // null
      case 121: // false
      case 120: // true
        return;
      case 125: // integer
        this.#varInt();
        return;
      case 124: // float32
        this.skip(4);
        return;
      case 123: // float64
      case 122: // bigint
        this.skip(8);
        return;
      case 119:
        this.stringBytes(this.#stringBytes);
        return;
      case 118: // object
        this.#times(this.varUint(), () => {
          this.#key();
          this.#value(depth + 1);
        });
        return;
      case 117: // array
        this.#times(this.varUint(), () => this.#value(depth + 1));
        return;
      case 116: // bytes
        this.varBytes(this.#stringBytes);
        return;
      default:
        throw malformed('unknown value');
    }
  }

  /** Ends early by itself: each turn reads a byte at least, or is refused as truncated. */
  #times(count: number, readOne: () => void): void {
    for (let index = 0; index < count; index += 1) readOne();
  }

  /** Refuses what lib0 does, which throws on every client: more than a safe integer before the last byte. */
  #varInt(): void {
    let byte = this.byte();
    let value = byte & 0x3f;
    for (let factor = 0x40; byte & 0x80; factor *= 0x80) {
      if (value > Number.MAX_SAFE_INTEGER) throw malformed('integer out of range');
      byte = this.byte();
      value += (byte & 0x7f) * factor;
    }
  }
}

export interface StructReaderOptions {
  limits?: UpdateLimits | null;
  /** Root types that may be written to; null for any. */
  rootNames?: ReadonlySet<string> | null;
  at?: number;
}
