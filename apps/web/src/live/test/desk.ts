import { expect, vi } from 'vitest';
import type * as Y from 'yjs';
import { type LiveDocument, type LiveOptions, openLiveDocument } from '../live-document.ts';
import type { LiveStatus } from '../status.ts';
import { LiveServer } from './live-server.ts';
import { MemoryPendingStore } from './memory-pending-store.ts';

/** An address where nobody listens. */
export const nowhere = 'ws://127.0.0.1:9';

/** One device and one server, and the tabs that a test opens between them. */
export class Desk {
  readonly server = new LiveServer();
  device = new MemoryPendingStore();
  #open: LiveDocument[] = [];

  openTab(options: Partial<LiveOptions> = {}): LiveDocument {
    const defaults = { documentName: 'board/r1', url: this.server.url, pendingStore: this.device };
    const tab = openLiveDocument({ ...defaults, ...options });
    this.#open.push(tab);
    return tab;
  }

  close(tab: LiveDocument): void {
    tab.destroy();
    this.#open = this.#open.filter((other) => other !== tab);
  }

  async clear(): Promise<void> {
    for (const tab of this.#open) tab.destroy();
    await this.server.die();
  }
}

export const text = (tab: LiveDocument): Y.Text => tab.copy().doc.getText('t');

export const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000, interval: 5 });

export const becomes = (tab: LiveDocument, status: Partial<LiveStatus>): Promise<void> =>
  eventually(() => expect(tab.status.get()).toMatchObject(status));
