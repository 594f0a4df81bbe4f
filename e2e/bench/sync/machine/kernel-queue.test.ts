import { expect, test } from 'vitest';
import { queuedFor } from './kernel-queue.ts';

const line = (local: string, remote: string, sending: string, received: string): string =>
  `   1: 0100007F:${local} 0100007F:${remote} 01 ${sending}:${received} 00:00000000 00000000     0        0 1`;

test('what waits for a port lies in its receive queue and in the send queue of the other end', () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    line('1F90', 'C001', '00000100', '00000007'),
    line('C001', '1F90', '00000003', '00000020'),
    line('1F90', 'C002', '00000FFF', '00000000'),
    line('C002', '1F90', '00000000', '00000FFF'),
  ].join('\n');
  expect(queuedFor(table, 0xc001)).toBe(0x100 + 0x20);
  expect(queuedFor(table, 0xc003)).toBe(0);
});
