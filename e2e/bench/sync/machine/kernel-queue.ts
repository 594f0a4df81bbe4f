// Bytes of a connection on this machine that lie in the kernel, sent and not yet read: they are in nobody's memory.
import { readFileSync } from 'node:fs';

/**
 * @param table  of /proc/net/tcp: both ends of a loopback connection have a line
 * @param port  of the end that does not read
 * @returns what the other end has sent and it has not taken: in its receive queue, or still in the other's send queue
 */
export const queuedFor = (table: string, port: number): number => {
  const hex = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  let bytes = 0;
  for (const line of table.split('\n')) {
    const [, local = '', remote = '', , queues = ''] = line.trim().split(/\s+/);
    const [sending = '0', received = '0'] = queues.split(':');
    if (local.endsWith(hex)) bytes += Number.parseInt(received, 16);
    else if (remote.endsWith(hex)) bytes += Number.parseInt(sending, 16);
  }
  return bytes;
};

/** For an open connection of this process. */
export const bytesInKernel = (localPort: number): number => queuedFor(readFileSync('/proc/net/tcp', 'utf8'), localPort);
