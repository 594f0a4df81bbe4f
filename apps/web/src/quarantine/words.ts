// What is said about changes that were not taken. Pure.
import { type ErrorCode, errors } from '@hearth/protocol/errors';
import { counted } from '@hearth/review/time/words';
import type { QuarantineState, RefusedChanges, Writing } from '../live/quarantine.ts';

/** Said of the changes, where the catalogue speaks of a request. */
const reasons: Partial<Record<ErrorCode, string>> = {
  HEARTH_TOO_LARGE: 'Too large: put less on the board at once.',
  HEARTH_FRAME_REFUSED: 'Hearth could not read it.',
  HEARTH_OBSERVERS_ONLY_READ: 'You only observe this review now.',
  HEARTH_LOCKED: 'The facilitator has locked that part of the board. Send it again once it is open.',
  HEARTH_CONFLICT: 'It builds on something that is not on the board any more.',
};

export const reasonOf = (code: ErrorCode): string => reasons[code] ?? errors[code].advice;

export const countOf = ({ refusals }: QuarantineState): number =>
  refusals.reduce((sum, { changes }) => sum + changes.length, 0);

/** `3 changes could not be taken.` */
export const notTaken = (state: QuarantineState): string => `${counted(countOf(state), 'change')} could not be taken.`;

/** Each reason once. */
export const reasonsOf = (refusals: readonly RefusedChanges[]): string =>
  [...new Set(refusals.map(({ code }) => reasonOf(code)))].join(' ');

/** `2.1 MB`, `340 bytes`. */
export const sizeOf = ({ changes }: Writing): string => {
  const bytes = changes.reduce((sum, { update }) => sum + update.length, 0);
  if (bytes < 1_000) return counted(bytes, 'byte');
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
};

const longestPreview = 280;

/** The beginning of what was written, and how much more there is. */
export const previewOf = (text: string): { words: string; more: number } =>
  text.length <= longestPreview
    ? { words: text, more: 0 }
    : { words: text.slice(0, longestPreview).trimEnd(), more: text.length - longestPreview };
