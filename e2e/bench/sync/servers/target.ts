// A server that can be measured: how it is started, what it speaks, how one gets in.

export interface Address {
  url: string;
  headers: Record<string, string>;
}

/**
 * Where to connect for a room.
 * @param room  any short name
 * @param writer  clients of the same writer may write under each other's client ids, where the server cares
 */
export type Door = (room: string, writer: string) => Promise<Address>;

export interface Command {
  /** Arguments of this Node. */
  args: string[];
  cwd?: string;
  env?: Record<string, string>;
}

export interface Started {
  port: number;
  dataFolder: string;
  /** What the server has printed so far. */
  log: () => string;
}

export interface Target {
  name: string;
  /** `relay` passes frames on and answers none. */
  wire: 'y-websocket' | 'hocuspocus' | 'relay';
  /** Whether documents survive a restart. */
  persists: boolean;
  about: string;
  /** Gets ready once in a run; tells in one line why it can't. */
  prepare?: () => Promise<string | null>;
  command: (port: number, dataFolder: string) => Command;
  /** Called when it first listens. Without it: `ws://127.0.0.1:<port>/<room>`. */
  door?: (started: Started) => Promise<Door>;
}
