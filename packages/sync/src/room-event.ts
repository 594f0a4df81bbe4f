import type { ErrorCode } from '@hearth/protocol/errors';

/** What an operator may want to know. Never contains what people wrote. */
export type RoomEvent =
  | { kind: 'refused'; document: string; code: ErrorCode; detail: string }
  | { kind: 'load-failed'; document: string; error: unknown }
  | { kind: 'append-failed'; document: string; error: unknown }
  | { kind: 'saving-again'; document: string }
  | { kind: 'compaction-failed'; document: string; error: unknown }
  /** What was in memory can't be trusted: the document is read again from the log. */
  | { kind: 'reloading'; document: string; error: unknown }
  /** Another node has appended what this one was not told: it is read from the log. */
  | { kind: 'gap'; document: string }
  /** This update of the log can't be read, or continues what is not there. */
  | { kind: 'update-left-out'; document: string; seq: number }
  /** A bug of ours, while a frame was handled. */
  | { kind: 'failed'; document: string; error: unknown };
