import { errors } from '@hearth/protocol/errors';
import { describe, expect, test } from 'vitest';
import { Link } from './link.ts';
import { FakeClock, FakeNetwork } from './test/fake-socket.ts';

const day = 24 * 3_600_000;
const frame = new Uint8Array([1]);

/** A link, what it has told, and the two sides that it stands between. */
const openLink = ({ asks = true } = {}) => {
  const network = new FakeNetwork();
  const clock = new FakeClock();
  const told: string[] = [];
  let pings = 0;
  const link = new Link({
    url: () => 'ws://hearth/live',
    webSocket: network.webSocket,
    clock,
    events: {
      opened: () => told.push('opened'),
      received: () => told.push('received'),
      lost: (code) => told.push(`lost ${code}`),
      refused: (code) => told.push(`refused ${code}`),
      answering: (yes) => told.push(yes ? 'answers' : 'silent'),
      ping: () => {
        if (asks) pings += 1;
        return asks;
      },
    },
  });
  const connected = () => {
    link.connect();
    network.socket.opens();
    told.length = 0;
  };
  return { link, network, clock, told, connected, pings: () => pings };
};

describe('coming back', () => {
  test('[L1] after a loss it tries again, later with each failure, and at once when it is told to', () => {
    const { link, network, clock } = openLink();
    link.connect();
    const waits: number[] = [];
    for (let n = 0; n < 8; n++) {
      network.socket.closes(1006);
      const before = network.sockets.length;
      let waited = 0;
      while (network.sockets.length === before) {
        clock.pass(25);
        waited += 25;
      }
      waits.push(waited);
    }
    expect(waits).toEqual([75, 150, 300, 600, 1_200, 1_875, 1_875, 1_875]);
    network.socket.closes(1006);
    link.connect();
    expect(network.sockets).toHaveLength(10);
  });

  test('[L1] a connection that was of use is tried again soon; one that only opened is not', () => {
    const { link, network, clock, connected } = openLink();
    connected();
    for (let n = 0; n < 5; n++) {
      network.socket.closes(1006);
      clock.pass(3_000);
      network.socket.opens();
    }
    const opened = network.sockets.length;
    network.socket.closes(1006);
    clock.pass(1_000);
    expect(network.sockets).toHaveLength(opened);
    clock.pass(2_000);
    network.socket.opens();
    link.isOfUse();
    network.socket.closes(1006);
    clock.pass(75);
    expect(network.sockets).toHaveLength(opened + 2);
  });

  test('[L1] a network that swallows the attempt is not waited for', () => {
    const { link, network, clock } = openLink();
    link.connect();
    clock.pass(8_100);
    expect(network.sockets).toHaveLength(2);
    expect(network.sockets[0]?.readyState).toBe(3);
  });

  test('[S7] a code of 44xx ends the attempts and tells its error; 45xx and any other do not', () => {
    for (const [code, { close }] of Object.entries(errors)) {
      const { network, clock, told, connected } = openLink();
      connected();
      network.socket.closes(close);
      clock.pass(5_000);
      const isFinal = close < 4500;
      expect([told, network.sockets.length]).toEqual([
        [isFinal ? `refused ${code}` : `lost ${close}`],
        isFinal ? 1 : 2,
      ]);
    }
  });

  test('[S7] "message too big" of a WebSocket server is final too: the same message would be too big again', () => {
    const { network, clock, told, connected } = openLink();
    connected();
    network.socket.closes(1009);
    clock.pass(5_000);
    expect([told, network.sockets.length]).toEqual([['refused HEARTH_TOO_LARGE'], 1]);
  });

  test('[L1] what an earlier socket still says is not heard', () => {
    const { link, network, told, connected } = openLink();
    connected();
    const [first] = network.sockets;
    link.reconnect();
    network.socket.opens();
    told.length = 0;
    first?.receives(frame);
    first?.closes(4403);
    expect(told).toEqual([]);
  });
});

describe('knowing that nobody answers', () => {
  test('[L2] a connection on which frames come is not asked', () => {
    const { network, clock, told, connected, pings } = openLink();
    connected();
    for (let n = 0; n < 60; n++) {
      clock.pass(1_000);
      network.socket.receives(frame);
    }
    expect(pings()).toBe(0);
    expect(told).not.toContain('silent');
  });

  test('[L2] silence is asked about, and an answer settles it', () => {
    const { network, clock, told, connected, pings } = openLink();
    connected();
    clock.pass(6_000);
    expect(pings()).toBe(1);
    network.socket.receives(frame);
    clock.pass(4_000);
    expect([pings(), told]).toEqual([1, ['answers', 'received']]);
  });

  test('[L3] half-open: said within 9 s of the last sign of life, another connection within 15 s', () => {
    const { network, clock, told, connected } = openLink();
    connected();
    clock.pass(9_000);
    expect(told).toContain('silent');
    expect(network.sockets).toHaveLength(1);
    clock.pass(6_000);
    expect(told).toContain('lost 0');
    expect(network.sockets).toHaveLength(2);
  });

  test('[L3] while there is nothing to ask, silence itself ends it', () => {
    const { network, clock, connected } = openLink({ asks: false });
    connected();
    clock.pass(29_000);
    expect(network.sockets).toHaveLength(1);
    clock.pass(4_000);
    expect(network.sockets).toHaveLength(2);
  });

  test('[L4] a laptop that slept asks as soon as it wakes, and says within half a second that nobody answers', () => {
    const { network, clock, told, connected, pings } = openLink();
    connected();
    clock.sleep(3_600_000);
    clock.pass(1_000);
    expect([pings(), told]).toEqual([1, []]);
    clock.pass(500);
    expect(told).toEqual(['silent']);
    clock.pass(9_000);
    expect(network.sockets).toHaveLength(2);
  });

  test('[L4] … and one whose connection still works notices nothing', () => {
    const { network, clock, told, connected } = openLink();
    connected();
    clock.sleep(3_600_000);
    clock.pass(1_000);
    network.socket.receives(frame);
    clock.pass(3_000);
    expect(told).toEqual(['answers', 'received']);
    expect(network.sockets).toHaveLength(1);
  });

  test.each([day, -day])('[L5] a clock that is set by %i ms ends no connection and hides no silence', (byMs) => {
    const { network, clock, told, connected } = openLink();
    connected();
    clock.pass(2_000);
    clock.setWall(byMs);
    clock.pass(1_000);
    network.socket.receives(frame);
    clock.pass(2_000);
    expect(network.sockets).toHaveLength(1);
    told.length = 0;
    clock.pass(9_000);
    expect(told).toContain('silent');
    clock.pass(6_000);
    expect(network.sockets).toHaveLength(2);
  });

  test('[L4] timers that run once a minute, as in a hidden tab, still find out', () => {
    const { network, clock, connected } = openLink();
    connected();
    for (let n = 0; n < 4; n++) {
      clock.sleep(59_000);
      clock.pass(1_000);
      network.socket.receives(frame);
    }
    expect(network.sockets).toHaveLength(1);
    clock.sleep(59_000);
    clock.pass(1_000);
    clock.sleep(59_000);
    clock.pass(9_000);
    expect(network.sockets).toHaveLength(2);
  });
});
