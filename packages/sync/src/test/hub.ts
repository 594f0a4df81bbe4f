import type { FanOut } from '../fan-out.ts';

interface Subscription {
  node: number;
  document: string;
  receive: (message: Uint8Array) => void;
}

/** What connects nodes in one process. Messages move when a test says so, or are lost. */
export class Hub {
  #subscriptions: Subscription[] = [];
  #waiting: { node: number; document: string; message: Uint8Array }[] = [];
  /** Everything that is published gets lost. */
  losing = false;
  #lastNode = 0;

  /** The way of one more node into the hub. */
  connect(): FanOut {
    this.#lastNode += 1;
    const node = this.#lastNode;
    return {
      publish: (document, message) => {
        if (!this.losing) this.#waiting.push({ node, document, message: new Uint8Array(message) });
      },
      subscribe: (document, receive) => {
        const subscription = { node, document, receive };
        this.#subscriptions.push(subscription);
        return () => {
          this.#subscriptions = this.#subscriptions.filter((other) => other !== subscription);
        };
      },
    };
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Delivers what waits. */
  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { node, document, message } of waiting)
      for (const each of this.#subscriptions)
        if (each.node !== node && each.document === document) each.receive(message);
  }
}
