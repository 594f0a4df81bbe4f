// Reads lib0's variable-length encoding without trusting it.
import { isUtf8 } from 'node:buffer';
import type { ErrorCode } from '@hearth/protocol/errors';

/** Thrown inside the gate only; its public functions turn it into a value. */
class Refusal extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

export const malformed = (detail: string) => new Refusal('HEARTH_FRAME_REFUSED', detail);
export const tooLarge = (detail: string) => new Refusal('HEARTH_TOO_LARGE', detail);

/** What was refused: a code for the wire, a detail for the log (never what people wrote). */
export interface Refused {
  ok: false;
  code: ErrorCode;
  detail: string;
}

/** Runs a reader of untrusted bytes. A `Refusal` becomes a value; anything else is our bug and is thrown on. */
export const guarded = <T>(read: () => T): { ok: true; value: T } | Refused => {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, detail: error.message };
    throw error;
  }
};

const decoder = new TextDecoder();

export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw malformed('truncated');
    this.at += 1;
    return value;
  }

  varUint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) break;
      factor *= 0x80;
      if (factor > 2 ** 49) throw malformed('integer out of range');
    }
    if (!Number.isSafeInteger(value)) throw malformed('integer out of range');
    return value;
  }

  skip(count: number): void {
    if (count > this.left) throw malformed('truncated');
    this.at += count;
  }

  /** A length, then so many bytes. @returns a view, not a copy. */
  varBytes(maxBytes = Infinity): Uint8Array {
    const length = this.varUint();
    if (length > maxBytes) throw tooLarge('too many bytes in one piece');
    const from = this.at;
    this.skip(length);
    return this.bytes.subarray(from, this.at);
  }

  /** The bytes of a string, checked to be UTF-8 (Yjs throws on anything else). */
  stringBytes(maxBytes: number): Uint8Array {
    const bytes = this.varBytes(maxBytes);
    if (!isUtf8(bytes)) throw malformed('not UTF-8');
    return bytes;
  }

  string(maxBytes: number): string {
    return decoder.decode(this.stringBytes(maxBytes));
  }

  end(): void {
    if (this.left !== 0) throw malformed('trailing bytes');
  }
}
