// Reads the numbers of an update where it lies: the load generator must cost less than what it measures.

export interface Cursor {
  readonly bytes: Uint8Array;
  position: number;
}

export const cursorAt = (bytes: Uint8Array, position = 0): Cursor => ({ bytes, position });

/** The unsigned varint at the cursor, which then stands behind it. @throws when the bytes end within it. */
export const readVarint = (cursor: Cursor): number => {
  let value = 0;
  let weight = 1;
  for (;;) {
    const byte = cursor.bytes[cursor.position];
    if (byte === undefined) throw new Error('the frame ends within a number');
    cursor.position += 1;
    value += (byte & 127) * weight;
    if (byte < 128) return value;
    weight *= 128;
  }
};

/** The bytes at the cursor, led by their number. A view, not a copy. */
export const readBytes = (cursor: Cursor): Uint8Array => {
  const length = readVarint(cursor);
  const end = cursor.position + length;
  if (end > cursor.bytes.length) throw new Error('the frame is shorter than it says');
  const bytes = cursor.bytes.subarray(cursor.position, end);
  cursor.position = end;
  return bytes;
};
