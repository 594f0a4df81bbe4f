// Reads a board out of its log. Takes as long as the board is large: the server does it in a worker thread.
import { readDiagnostics } from '@hearth/board/diagnostics';
import { boardOf } from '@hearth/board/document';
import { snapshotOf } from '@hearth/board/snapshot';
import type { LoadedDocument } from '@hearth/sync/update-log';
import * as Y from 'yjs';
import type { ReadDocument } from './service.ts';

export const readDocument = ({ snapshot, updates }: LoadedDocument): ReadDocument => {
  // What was deleted is part of the state: with it everything can be brought back.
  const doc = new Y.Doc({ gc: false });
  doc.transact(() => {
    if (snapshot !== null) Y.applyUpdate(doc, snapshot);
    for (const { update } of updates) Y.applyUpdate(doc, update);
  });
  const read = {
    state: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'),
    snapshot: snapshotOf(doc),
    diagnostics: readDiagnostics(boardOf(doc)),
  };
  doc.destroy();
  return read;
};
