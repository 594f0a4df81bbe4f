// All structs of one client as bytes, in the order of their clocks: what was loaded, then what has come since.
import { StructReader } from './struct-reader.ts';

/** Some structs in a row. */
export interface StructBytes {
  clock: number;
  structs: number;
  parts: Uint8Array[];
}

/** Longer pieces stand by themselves; shorter ones are copied into a growing tail, so that they pin no message. */
const ownPieceBytes = 2_048;
const firstTailBytes = 128;

export class ByteRun {
  #end: number;
  #structs = 0;
  readonly #pieces: Uint8Array[] = [];
  #tail: Uint8Array | null = null;
  #tailBytes = 0;

  /** What a client writes begins at clock 0. */
  constructor() {
    this.#end = 0;
  }

  /** Next clock of this client. */
  get end(): number {
    return this.#end;
  }

  /** @param bytes  structs from `end` on. Kept as they are if they are many; the caller must not change them. */
  append(bytes: Uint8Array, structs: number, end: number): void {
    if (bytes.length > ownPieceBytes) {
      this.#closeTail();
      // A view into a much larger buffer would keep all of that in memory.
      this.#pieces.push(bytes.length * 2 < bytes.buffer.byteLength ? new Uint8Array(bytes) : bytes);
    } else {
      this.#appendToTail(bytes);
    }
    this.#structs += structs;
    this.#end = end;
  }

  /** As `append`, for bytes that stay in memory anyway. */
  appendView(bytes: Uint8Array, structs: number, end: number): void {
    this.#closeTail();
    this.#pieces.push(bytes);
    this.#structs += structs;
    this.#end = end;
  }

  /** @returns the same structs, as the view of `bytes` that ends at `to`. */
  in(bytes: Uint8Array, to: number): ByteRun {
    const length = this.#all().reduce((sum, piece) => sum + piece.length, 0);
    const run = new ByteRun();
    run.appendView(bytes.subarray(to - length, to), this.#structs, this.#end);
    return run;
  }

  #appendToTail(bytes: Uint8Array): void {
    const needed = this.#tailBytes + bytes.length;
    if (this.#tail === null || needed > this.#tail.length) {
      const grown = new Uint8Array(Math.max(firstTailBytes, needed, (this.#tail?.length ?? 0) * 2));
      if (this.#tail) grown.set(this.#tail.subarray(0, this.#tailBytes));
      this.#tail = grown;
    }
    this.#tail.set(bytes, this.#tailBytes);
    this.#tailBytes = needed;
  }

  #closeTail(): void {
    if (this.#tail) this.#pieces.push(this.#tail.slice(0, this.#tailBytes));
    this.#tail = null;
    this.#tailBytes = 0;
  }

  #all(): Uint8Array[] {
    return this.#tail ? [...this.#pieces, this.#tail.subarray(0, this.#tailBytes)] : this.#pieces;
  }

  /**
   * What a reader lacks who knows the client up to `known`, which is before `end`. A struct that begins before and ends
   * after it is given whole: Yjs skips what it has.
   */
  since(known: number): StructBytes {
    const all = this.#all();
    if (known <= 0) return { clock: 0, structs: this.#structs, parts: all };
    let clock = 0;
    let structs = this.#structs;
    for (const [index, piece] of all.entries()) {
      const reader = new StructReader(piece);
      while (reader.left > 0) {
        const { at } = reader;
        const length = reader.struct(null);
        if (clock + length > known) return { clock, structs, parts: [piece.subarray(at), ...all.slice(index + 1)] };
        clock += length;
        structs -= 1;
      }
    }
    throw new RangeError('nothing begins after the end');
  }
}
