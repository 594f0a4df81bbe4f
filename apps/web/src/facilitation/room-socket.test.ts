import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRoomSocket } from './room-socket.ts';

class FakeSocket extends EventTarget {
  static all: FakeSocket[] = [];
  readonly url: string;
  readonly sent: string[] = [];
  closed = false;
  constructor(url: string) {
    super();
    this.url = url;
    FakeSocket.all.push(this);
  }
  send(packet: string): void {
    this.sent.push(packet);
  }
  close(): void {
    this.closed = true;
  }
  hear(packet: string): void {
    this.dispatchEvent(new MessageEvent('message', { data: packet }));
  }
  end(): void {
    this.dispatchEvent(new Event('close'));
  }
}

const last = (): FakeSocket => {
  const socket = FakeSocket.all.at(-1);
  if (!socket) throw new Error('nothing was opened');
  return socket;
};

const open = () => {
  const log: string[] = [];
  const socket = openRoomSocket({
    url: 'wss://hearth.test/facilitation',
    auth: { reviewId: 'r' },
    webSocket: FakeSocket as unknown as typeof WebSocket,
    random: () => 0.5,
    events: {
      joined: () => log.push('joined'),
      lost: () => log.push('lost'),
      unreachable: () => log.push('unreachable'),
      refused: (why) => log.push(`refused ${JSON.stringify(why)}`),
      heard: (event, content) => log.push(`${event} ${JSON.stringify(content)}`),
    },
  });
  socket.connect();
  return { socket, log };
};

const letIn = (): void => {
  last().hear('0{"sid":"s","pingInterval":25000,"pingTimeout":20000}');
  last().hear('40{"sid":"t"}');
};

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.all = [];
});
afterEach(() => vi.useRealTimers());

describe('the facilitation channel on the wire', () => {
  it('asks to be let in, answers pings, and hears what is told', () => {
    const { socket, log } = open();
    expect(last().url).toBe('wss://hearth.test/facilitation/?EIO=4&transport=websocket');
    letIn();
    last().hear('2');
    last().hear('42["view",{"version":1}]');
    expect(last().sent).toEqual(['40{"reviewId":"r"}', '3']);
    expect(log).toEqual(['joined', 'view {"version":1}']);
    expect(socket.joined).toBe(true);
  });

  it('brings each answer to its question, and gives up in time', async () => {
    const { socket } = open();
    letIn();
    const first = socket.ask('command', [{ kind: 'next' }], 8_000);
    const second = socket.ask('clock', [], 5_000);
    expect(last().sent.slice(1)).toEqual(['421["command",{"kind":"next"}]', '422["clock"]']);
    last().hear('432[1234]');
    await expect(second).resolves.toBe(1234);
    const gaveUp = expect(first).rejects.toThrow('in time');
    vi.advanceTimersByTime(8_000);
    await gaveUp;
  });

  it('asks nothing while there is no connection', async () => {
    const { socket } = open();
    socket.tell('drafting', {});
    await expect(socket.ask('clock', [], 5_000)).rejects.toThrow('not connected');
    expect(last().sent).toEqual([]);
  });

  it('comes back by itself, later each time, two seconds at most', () => {
    const { log } = open();
    letIn();
    last().end();
    expect(log).toEqual(['joined', 'lost']);
    for (const delay of [300, 600, 1_200, 2_000, 2_000]) {
      const before = FakeSocket.all.length;
      vi.advanceTimersByTime(delay - 1);
      expect(FakeSocket.all.length).toBe(before);
      vi.advanceTimersByTime(1);
      expect(FakeSocket.all.length).toBe(before + 1);
      last().end();
    }
    expect(log.filter((line) => line === 'unreachable')).toHaveLength(5);
    vi.advanceTimersByTime(2_000);
    letIn();
    expect(log.at(-1)).toBe('joined');
  });

  it('does not wait for a server that has fallen silent', () => {
    const { log } = open();
    letIn();
    vi.advanceTimersByTime(44_999);
    expect(log).toEqual(['joined']);
    vi.advanceTimersByTime(1);
    expect(log).toEqual(['joined', 'lost']);
    expect(last().closed).toBe(true);
  });

  it('tells a refusal with its reason, and leaves it at that', () => {
    const { log, socket } = open();
    last().hear('0{}');
    last().hear('44{"message":"no","data":{"code":"HEARTH_LINK_NOT_VALID"}}');
    expect(log).toEqual(['refused {"message":"no","data":{"code":"HEARTH_LINK_NOT_VALID"}}']);
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.all).toHaveLength(1);
    socket.connect();
    expect(FakeSocket.all).toHaveLength(2);
  });

  it('asks at once when the server has put it out', () => {
    const { log } = open();
    letIn();
    last().hear('41');
    expect(log).toEqual(['joined', 'lost']);
    expect(FakeSocket.all).toHaveLength(2);
  });

  it('ends on purpose without a word, and takes nothing from a connection of before', () => {
    const { log, socket } = open();
    const old = last();
    letIn();
    socket.disconnect();
    old.hear('42["view",{}]');
    old.end();
    vi.advanceTimersByTime(60_000);
    expect(log).toEqual(['joined']);
    expect(FakeSocket.all).toHaveLength(1);
  });

  it.each(['', '4', '42', '42[', '42{}', '43x[1]', '439[1]', '99', '0[', '44'])('takes no harm from %j', (packet) => {
    const { socket } = open();
    letIn();
    expect(() => last().hear(packet)).not.toThrow();
    socket.disconnect();
  });
});
