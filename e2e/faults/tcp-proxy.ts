// A stretch of network between two programs that can stop carrying bytes in one direction, or in both, without either
// of them being told: the half-open connections that real networks make.
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

type Direction = 'there' | 'back';

interface Link {
  near: Socket;
  far: Socket;
}

export class TcpProxy {
  readonly #server: Server;
  readonly #links = new Set<Link>();
  readonly #stopped = new Set<Direction>();
  /** New connections are refused. */
  #closed = false;

  private constructor(targetPort: number) {
    this.#server = createServer((near) => {
      if (this.#closed) return void near.destroy();
      const link = { near, far: connect(targetPort, '127.0.0.1') };
      this.#links.add(link);
      for (const [from, to, direction] of [
        [link.near, link.far, 'there'],
        [link.far, link.near, 'back'],
      ] as const) {
        from.on('data', (bytes) => {
          // What is not carried any more stays with the sender's system, and goes on once the network is back.
          if (!to.write(bytes)) {
            from.pause();
            to.once('drain', () => this.#stopped.has(direction) || from.resume());
          }
        });
        from.on('error', () => undefined);
        from.on('close', () => {
          this.#links.delete(link);
          to.destroy();
        });
        if (this.#stopped.has(direction)) from.pause();
      }
    });
  }

  static async before(targetPort: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(targetPort);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Nothing is carried any more in this direction, and nobody is told. */
  stop(direction: Direction): void {
    this.#stopped.add(direction);
    for (const link of this.#links) (direction === 'there' ? link.near : link.far).pause();
  }

  /** Everything is carried again, also what waited. */
  heal(): void {
    this.#closed = false;
    this.#stopped.clear();
    for (const { near, far } of this.#links) {
      near.resume();
      far.resume();
    }
  }

  /** Connections break, and none can be opened until the network heals. */
  cut(): void {
    this.#closed = true;
    this.reset();
  }

  /** Connections break; others may be opened at once. */
  reset(): void {
    for (const { near, far } of this.#links) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
