// A participant without a browser: the stock y-websocket client, as any tool could use it.
import * as Y from 'yjs';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';

export interface LiveClient {
  doc: Y.Doc;
  /** Milliseconds from connecting until the document was there. */
  joinedInMs: number;
  destroy(): void;
}

export const openLiveClient = (url: string, reviewId: string, cookie: string): Promise<LiveClient> =>
  new Promise((resolve, reject) => {
    class CookieSocket extends WebSocket {
      constructor(address: string | URL) {
        super(address, { headers: { cookie, origin: url } });
      }
    }
    const doc = new Y.Doc();
    const startedMs = performance.now();
    const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/live`, `board/${reviewId}`, doc, {
      WebSocketPolyfill: CookieSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    const timer = setTimeout(() => reject(new Error('the board did not load within 20 s')), 20_000);
    provider.once('sync', () => {
      clearTimeout(timer);
      resolve({
        doc,
        joinedInMs: performance.now() - startedMs,
        destroy: () => {
          provider.destroy();
          doc.destroy();
        },
      });
    });
  });
