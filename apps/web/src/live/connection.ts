// The browser's side of a live document: y-websocket against Hearth's room, pending changes kept until acknowledged,
// and one truthful status.
import { type ErrorCode, errorOfClose } from '@hearth/protocol/errors';
import { acknowledgeParameter, messageTypes, notSavedReasons } from '@hearth/protocol/sync';
import * as decoding from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { IndexedDbPendingStore } from './indexed-db-pending-store.ts';
import { observedSocket } from './observed-socket.ts';
import { type Leftover, PendingChanges } from './pending.ts';
import type { PendingStore } from './pending-store.ts';
import { randomId } from './random-id.ts';
import { SentFrames } from './sent-frames.ts';
import { type ReadableStatus, StatusStore } from './status-store.ts';

export interface LiveConnection {
  doc: Y.Doc;
  awareness: Awareness;
  provider: WebsocketProvider;
  status: ReadableStatus;
  /** Tries to connect at once, for "Try now". */
  retry(): void;
  /** Closes the connection. What was not acknowledged stays on the device, for the next time. */
  destroy(): void;
}

export interface LiveOptions {
  /** Such as `board/<reviewId>`. */
  documentName: string;
  /** Of the live documents, such as `wss://hearth.example/live`; the name is appended. */
  url: string;
  pendingStore?: PendingStore;
  webSocket?: typeof WebSocket;
}

const maxBackoffMs = 2_500;

/** The server will never take what we have sent: sending it again would end every connection. */
const refusesContent: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['HEARTH_FRAME_REFUSED', 'HEARTH_TOO_LARGE']);

/** Transactions with this origin are changes of a closed tab, not new ones. */
const leftover = Symbol('leftover');

/**
 * Opens a document and keeps it connected until `destroy`. The document fills when the server answers; changes may be
 * made before.
 */
export const openLiveDocument = (options: LiveOptions): LiveConnection => {
  const doc = new Y.Doc();
  const status = new StatusStore();
  const pending = new PendingChanges(
    options.pendingStore ?? new IndexedDbPendingStore(),
    options.documentName,
    randomId(),
    () => status.learn({ changes: pending.count, keptOn: pending.keptOn }),
  );
  const sent = new SentFrames();
  // Before the provider listens: a change has its number when its frame goes out.
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== provider && origin !== leftover) pending.add(update);
  });
  const provider = new WebsocketProvider(options.url, options.documentName, doc, {
    connect: false,
    disableBc: true,
    params: { [acknowledgeParameter]: '1' },
    maxBackoffTime: maxBackoffMs,
    WebSocketPolyfill: observedSocket(options.webSocket ?? WebSocket, {
      onCreate: () => sent.restart(),
      onSend: (frame) => sent.sent(frame, pending.last),
    }),
  });
  provider.messageHandlers[messageTypes.acknowledged] = (_encoder, decoder) => {
    pending.acknowledged(sent.covered(decoding.readVarUint(decoder)));
  };
  provider.messageHandlers[messageTypes.saving] = (_encoder, decoder) => {
    const reason = decoding.readVarString(decoder);
    status.learn({ notSaved: notSavedReasons.find((known) => known === reason) ?? null });
  };
  followConnection(provider, status, pending);

  let open = true;
  void pending.adoptLeftovers().then((leftovers) => {
    if (!open) return;
    for (const each of leftovers) applyLeftover(doc, each, pending);
    provider.connect();
  });
  const stopWatching = watchNetwork(provider, status);
  return {
    doc,
    awareness: provider.awareness,
    provider,
    status,
    retry: () => {
      if (status.get().kind !== 'refused') provider.connect();
    },
    destroy: () => {
      open = false;
      stopWatching();
      provider.destroy();
      provider.awareness.destroy();
      pending.close();
      doc.destroy();
    },
  };
};

const followConnection = (provider: WebsocketProvider, status: StatusStore, pending: PendingChanges): void => {
  provider.on('status', ({ status: state }) => {
    // Whether the server can save, it says anew on each connection.
    status.learn({ connected: state === 'connected', ...(state === 'connecting' ? { notSaved: null } : {}) });
  });
  provider.on('sync', (synced) => status.learn(synced ? { synced, everSynced: true } : { synced }));
  provider.on('connection-close', () => status.learn({ connected: false, everFailed: true }));
  provider.on('closed', ({ code }) => {
    const refused = errorOfClose(code) ?? 'HEARTH_NOT_ALLOWED';
    if (refusesContent.has(refused)) pending.setAside();
    status.learn({ refused });
  });
};

/** A record that Yjs can't read stays on the device, and does not keep the rest from being saved. */
const applyLeftover = (doc: Y.Doc, { number, update }: Leftover, pending: PendingChanges): void => {
  try {
    Y.applyUpdate(doc, update, leftover);
  } catch {
    pending.leaveAside(number);
  }
};

/** Browsers know at once that the network is gone; a silent WebSocket notices after half a minute. */
const watchNetwork = (provider: WebsocketProvider, status: StatusStore): (() => void) => {
  if (typeof window === 'undefined') return () => undefined;
  const offline = () => provider.disconnect();
  const online = () => {
    if (status.get().kind !== 'refused') provider.connect();
  };
  window.addEventListener('offline', offline);
  window.addEventListener('online', online);
  return () => {
    window.removeEventListener('offline', offline);
    window.removeEventListener('online', online);
  };
};
