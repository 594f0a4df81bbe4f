// What people could pick in Hearth's place, and the relay that shows the limit.
import { fileURLToPath } from 'node:url';
import { installPeer, peerFolder } from './installation.ts';
import type { Command, Target } from './target.ts';

const relayServer = fileURLToPath(new URL('relay-server.ts', import.meta.url));
const diskRelayServer = fileURLToPath(new URL('disk-relay-server.ts', import.meta.url));

export const relay: Target = {
  name: 'relay',
  wire: 'relay',
  persists: false,
  about: 'passes frames on with ws: parses nothing, keeps nothing',
  command: (port) => ({ args: [relayServer, String(port)] }),
};

export const diskRelay: Target = {
  name: 'disk-relay',
  wire: 'relay',
  persists: false,
  about: 'the same, and waits for fdatasync before it passes on: the limit of what is durable',
  command: (port, dataFolder) => ({ args: [diskRelayServer, String(port), dataFolder] }),
};

interface Peer extends Pick<Target, 'name' | 'about' | 'persists'> {
  /** Folder below `peers/`. */
  folder: string;
  wire?: Target['wire'];
  command: (port: number, dataFolder: string) => Omit<Command, 'cwd'>;
}

const peer = ({ folder, wire = 'y-websocket', command, ...rest }: Peer): Target => ({
  ...rest,
  wire,
  prepare: () => installPeer(folder),
  command: (port, dataFolder) => ({ ...command(port, dataFolder), cwd: peerFolder(folder) }),
});

const yWebsocketServer = 'node_modules/@y/websocket-server/src/server.js';
const ownProgram = (port: number, dataFolder: string): Omit<Command, 'cwd'> => ({
  args: ['server.mjs', String(port), dataFolder],
});

export const peers: readonly Target[] = [
  peer({
    name: 'yws-leveldb',
    folder: 'y-websocket-server',
    persists: true,
    about: '@y/websocket-server 0.1.1, YPERSISTENCE (y-leveldb)',
    command: (port, dataFolder) => ({
      args: [yWebsocketServer],
      env: { HOST: '127.0.0.1', PORT: String(port), YPERSISTENCE: `${dataFolder}/leveldb` },
    }),
  }),
  peer({
    name: 'hocuspocus',
    folder: 'hocuspocus',
    wire: 'hocuspocus',
    persists: true,
    about: '@hocuspocus/server 4.7.0, extension-database on node:sqlite, default debounce',
    command: ownProgram,
  }),
  peer({
    name: 'yjs-server',
    folder: 'yjs-server',
    persists: true,
    about: 'yjs-server 0.2.3 with the storage of its README: stores when the last one leaves',
    command: ownProgram,
  }),
  peer({
    name: 'yws',
    folder: 'y-websocket-server',
    persists: false,
    about: '@y/websocket-server 0.1.1, in memory',
    command: (port) => ({ args: [yWebsocketServer], env: { HOST: '127.0.0.1', PORT: String(port) } }),
  }),
  peer({
    name: 'yws-next',
    folder: 'y-websocket-server-next',
    persists: false,
    about: '@y/websocket-server 0.1.5 on a yjs 14 pre-release, in memory',
    command: (port) => ({ args: [yWebsocketServer], env: { HOST: '127.0.0.1', PORT: String(port) } }),
  }),
  peer({
    name: 'crossws',
    folder: 'y-crossws',
    persists: false,
    about: 'y-crossws 0.0.2 on crossws 0.3, in memory',
    command: ownProgram,
  }),
];
