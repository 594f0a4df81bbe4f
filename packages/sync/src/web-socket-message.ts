// WebSocket messages as a server writes them: binary, whole, unmasked (RFC 6455, 5.2). A message is built once, with its
// header, and the same bytes are written to every socket.

const binaryAndLast = 0x82;
const length16 = 126;
const length64 = 127;

const headerLength = (size: number): number => {
  if (size < length16) return 2;
  return size < 0x1_0000 ? 4 : 10;
};

/**
 * @param size  bytes of the payload.
 * @param put  writes the payload from `at` on.
 */
export const webSocketMessage = (size: number, put: (bytes: Uint8Array, at: number) => void): Uint8Array => {
  const header = headerLength(size);
  const bytes = Buffer.allocUnsafe(header + size);
  bytes[0] = binaryAndLast;
  if (header === 2) {
    bytes[1] = size;
  } else if (header === 4) {
    bytes[1] = length16;
    bytes.writeUInt16BE(size, 2);
  } else {
    bytes[1] = length64;
    bytes.writeBigUInt64BE(BigInt(size), 2);
  }
  put(bytes, header);
  return bytes;
};

/** The payloads of whole messages in a row: what the other side reads. */
export const payloadsOf = (messages: Uint8Array): Uint8Array[] => {
  const view = Buffer.from(messages.buffer, messages.byteOffset, messages.byteLength);
  const payloads: Uint8Array[] = [];
  for (let at = 0; at < view.length;) {
    const short = view.readUInt8(at + 1);
    const size =
      short < length16 ? short : short === length16 ? view.readUInt16BE(at + 2) : Number(view.readBigUInt64BE(at + 2));
    const from = at + headerLength(size);
    payloads.push(new Uint8Array(view.subarray(from, from + size)));
    at = from + size;
  }
  return payloads;
};
