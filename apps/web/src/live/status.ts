// What a person is told about their work: only what is so. Pure.
import { type ErrorCode, errors } from '@hearth/protocol/errors';
import type { NotSavedReason } from '@hearth/protocol/sync';
import { counted } from '@hearth/review/time/words';

/** Where changes are that the server has not acknowledged: on this device they outlive the tab. */
export type KeptOn = 'device' | 'tab';

export type LiveStatus =
  /** The document has not been here yet. */
  | { kind: 'loading' }
  /** Connected, up to date, and the server has acknowledged everything. */
  | { kind: 'saved' }
  | { kind: 'saving'; changes: number; keptOn: KeptOn }
  | { kind: 'offline'; changes: number; keptOn: KeptOn }
  /** The server is there and can't save. */
  | { kind: 'not-saved'; reason: NotSavedReason; advice: string; changes: number; keptOn: KeptOn }
  /** The server has ended the connection for good. `advice` is for the reader. */
  | { kind: 'refused'; code: ErrorCode; advice: string; changes: number; keptOn: KeptOn };

export interface LiveFacts {
  connected: boolean;
  /** This connection has brought the server's state. */
  synced: boolean;
  /** Any connection of this document has. */
  everSynced: boolean;
  /** A connection has failed or ended. */
  everFailed: boolean;
  /** The server answers. An open connection alone proves nothing: the network behind it may be gone. */
  answering: boolean;
  /** Something was refused, and it is being found out what. */
  sifting: boolean;
  changes: number;
  keptOn: KeptOn;
  notSaved: NotSavedReason | null;
  refused: ErrorCode | null;
}

export const statusOf = (facts: LiveFacts): LiveStatus => {
  const { changes, keptOn, notSaved, refused } = facts;
  if (refused) return { kind: 'refused', code: refused, advice: errors[refused].advice, changes, keptOn };
  if (!facts.connected || !facts.synced || !facts.answering) {
    return facts.everSynced || facts.everFailed ? { kind: 'offline', changes, keptOn } : { kind: 'loading' };
  }
  if (notSaved) return { kind: 'not-saved', reason: notSaved, advice: errors[notSaved].advice, changes, keptOn };
  return changes > 0 || facts.sifting ? { kind: 'saving', changes, keptOn } : { kind: 'saved' };
};

/** The status in words, complete enough to stand alone. */
export const statusText = (status: LiveStatus): string => {
  switch (status.kind) {
    case 'loading':
      return 'Opening';
    case 'saved':
      return 'Saved';
    case 'saving':
      return 'Saving';
    case 'offline':
      return status.changes === 0 ? 'Offline' : `Offline: ${keptText(status)}`;
    case 'not-saved':
    case 'refused':
      return status.changes === 0 ? status.advice : `Not saved: ${keptText(status)}. ${status.advice}`;
  }
};

const keptText = ({ changes, keptOn }: { changes: number; keptOn: KeptOn }): string =>
  `${counted(changes, 'change')} kept ${keptOn === 'device' ? 'on this device' : 'in this tab'}`;

/** Whether closing the tab would lose something. */
export const wouldLose = (status: LiveStatus): boolean =>
  'changes' in status && status.changes > 0 && status.keptOn === 'tab';

/**
 * Whether to ask before the tab closes: something would be lost, or nobody else would see it until this device is back.
 * What is under way at this moment is no reason: it is kept here, and arrives within the second.
 */
export const shouldAskBeforeLeaving = (status: LiveStatus): boolean =>
  wouldLose(status) || ('changes' in status && status.changes > 0 && status.kind !== 'saving');
