// The plainest proxy there is: every request and every web socket goes to the next node that takes it. Nothing sticks.
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export interface RoundRobin {
  url: string;
  /** Ports of 127.0.0.1 that are asked from now on. */
  nodes: number[];
  /** How many web sockets each port was given. */
  sockets: Map<number, number>;
  close(): Promise<void>;
}

export const startRoundRobin = async (nodes: number[]): Promise<RoundRobin> => {
  const open = new Set<Duplex>();
  const sockets = new Map<number, number>();
  let turn = 0;
  const proxy: RoundRobin = { url: '', nodes, sockets, close: () => end(server, open) };
  /** Every node once, beginning with the next. */
  const inTurn = (): number[] => {
    turn += 1;
    return proxy.nodes.map((_, index) => proxy.nodes[(turn + index) % proxy.nodes.length] ?? 0);
  };

  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => passOn(inTurn(), incoming, Buffer.concat(chunks), outgoing));
  });
  server.on('upgrade', (incoming: IncomingMessage, client: Duplex, head: Buffer) => {
    open.add(client);
    client.once('close', () => open.delete(client));
    void firstThatTakes(inTurn()).then((node) => {
      if (!node) return client.destroy();
      sockets.set(node.port, (sockets.get(node.port) ?? 0) + 1);
      node.socket.write(headOf(incoming));
      node.socket.write(head);
      for (const [from, to] of [
        [client, node.socket],
        [node.socket, client],
      ] as const) {
        from.on('error', () => to.destroy());
        // What is on its way still arrives: a close code, say.
        from.on('close', () => to.end());
        from.pipe(to);
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
};

const passOn = (
  [port, ...others]: number[],
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): void => {
  if (port === undefined) {
    outgoing.writeHead(502).end();
    return;
  }
  const { method, url, headers } = incoming;
  const asked = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
    answer.on('error', () => outgoing.destroy());
  });
  asked.on('error', () => {
    if (outgoing.headersSent) outgoing.destroy();
    else passOn(others, incoming, body, outgoing);
  });
  asked.end(body);
};

const firstThatTakes = async (ports: number[]): Promise<{ socket: Socket; port: number } | null> => {
  for (const port of ports) {
    const socket = await new Promise<Socket | null>((resolve) => {
      const trying = connect(port, '127.0.0.1', () => resolve(trying));
      trying.once('error', () => resolve(null));
    });
    if (socket) return { socket, port };
  }
  return null;
};

const headOf = ({ method, url, rawHeaders }: IncomingMessage): string => {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let index = 0; index < rawHeaders.length; index += 2)
    lines.push(`${rawHeaders[index]}: ${rawHeaders[index + 1] ?? ''}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
};

const end = (server: Server, open: Set<Duplex>): Promise<void> =>
  new Promise((resolve) => {
    for (const each of open) each.destroy();
    server.closeAllConnections();
    server.close(() => resolve());
  });
