// Both live channels without any client of ours: what a broken or hostile program can send.
import WebSocket, { type RawData } from 'ws';
import { facilitationPath } from '@hearth/protocol/facilitation-path';
import type { CommandAnswer, FacilitationView } from '@hearth/protocol/facilitation';
import { messageTypes, syncSteps } from '@hearth/protocol/sync';

interface Headers {
  cookie?: string;
  /** Left out: the server's own. */
  origin?: string;
}

const open = (url: string, path: string, { cookie = '', origin = url }: Headers): WebSocket =>
  new WebSocket(url.replace('http', 'ws') + path, { headers: { cookie, origin } });

export interface RawLive {
  send(frame: Uint8Array | string): void;
  /** Code by which the server ended the connection. */
  closed: Promise<number>;
}

/** Resolves when the server has greeted or closed. */
export const openRawLive = (url: string, reviewId: string, headers: Headers = {}): Promise<RawLive> =>
  new Promise((resolve, reject) => {
    const socket = open(url, `/live/board/${reviewId}`, headers);
    const closed = new Promise<number>((settle) => socket.once('close', settle));
    const raw = { send: (frame: Uint8Array | string) => socket.send(frame), closed };
    socket.once('error', reject);
    socket.once('open', () => resolve(raw));
  });

/** A frame of the y-websocket protocol that carries an update. */
export const updateFrame = (update: Uint8Array): Uint8Array =>
  Uint8Array.from([messageTypes.sync, syncSteps.update, ...varUint(update.length), ...update]);

const varUint = (value: number): number[] => (value < 128 ? [value] : [(value % 128) + 128, ...varUint(value >> 7)]);

export interface RawFacilitation {
  /** Of the state that the server last showed. */
  version(): number;
  command(message: unknown): Promise<CommandAnswer>;
  send(packet: string): void;
  close(): void;
  closed: Promise<number>;
}

/** Speaks just enough of engine.io 4 and socket.io 5: "0…" opens, "2" is answered by "3", "40" joins, "42n[…]" asks, "43n[…]" answers. */
export const openRawFacilitation = (url: string, reviewId: string, cookie: string): Promise<RawFacilitation> =>
  new Promise((resolve, reject) => {
    const socket = open(url, `${facilitationPath}/?EIO=4&transport=websocket`, { cookie });
    const closed = new Promise<number>((settle) => socket.once('close', settle));
    const answers = new Map<string, (answer: CommandAnswer) => void>();
    let asked = 0;
    let version = 0;
    socket.once('error', reject);
    socket.on('message', (data: RawData) => {
      const packet = (data as Buffer).toString();
      if (packet === '2') socket.send('3');
      else if (packet.startsWith('0')) socket.send(`40${JSON.stringify({ reviewId })}`);
      else if (packet.startsWith('44')) reject(new Error(packet));
      else if (packet.startsWith('40'))
        resolve({
          version: () => version,
          command,
          send: (text) => socket.send(text),
          close: () => socket.close(),
          closed,
        });
      const [, view] = /^42\["view",(.*)\]$/s.exec(packet) ?? [];
      if (view !== undefined) version = (JSON.parse(view) as FacilitationView).state.version;
      const [, id = '', body = ''] = /^43(\d+)(.*)$/s.exec(packet) ?? [];
      if (body !== '') answers.get(id)?.((JSON.parse(body) as [CommandAnswer])[0]);
    });
    const command = (message: unknown): Promise<CommandAnswer> =>
      new Promise((settle) => {
        asked++;
        answers.set(String(asked), settle);
        socket.send(`42${asked}${JSON.stringify(['command', message])}`);
      });
  });
