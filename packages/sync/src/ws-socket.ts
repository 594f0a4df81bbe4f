// A WebSocket of the `ws` library as the rooms use it: `ws` reads and says goodbye, the rooms write to the socket below.
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import type { LiveSocket } from './peer.ts';

/**
 * Nothing else may write messages to this WebSocket, and it must not compress: what the rooms write goes out as it is.
 * @param raw  the socket that was upgraded.
 */
export const liveSocketOf = (socket: WebSocket, raw: Duplex): LiveSocket => ({
  get bufferedAmount() {
    return raw.writableLength;
  },
  write: (messages) => {
    if (socket.readyState === socket.OPEN && raw.writable) raw.write(messages);
  },
  close: (code, reason) => socket.close(code, reason),
  terminate: () => socket.terminate(),
  listen: (listener) => {
    socket.on('message', (data, isBinary) => listener.message(bytesOf(data), isBinary));
    socket.on('close', () => listener.closed());
    raw.on('drain', () => listener.drained());
    // ws reports a broken frame or socket here and closes it; without a listener the process would end.
    socket.on('error', () => undefined);
  },
});

const bytesOf = (data: RawData): Uint8Array => {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
};
