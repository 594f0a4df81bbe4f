// What a refused command means to the person who gave it. A stale "next" is not an error: somebody else was quicker.
import type { CommandAnswer } from '@hearth/protocol/facilitation';

type Refused = Extract<CommandAnswer, { ok: false }>;

const words: Record<Refused['reason'], string> = {
  'not-started': 'The review has not started yet.',
  'already-started': 'The review has started already.',
  'already-paused': 'The clock is paused already.',
  'not-paused': 'The clock is running already.',
  'plan-too-long': 'A stage can be planned for eight hours at most.',
  'first-stage': 'This is the first stage.',
  'last-stage': 'This is the last stage. End the review when you are done.',
  'nothing-to-undo': 'That move can not be taken back any more.',
  ended: 'The review has ended. A facilitator can open it again.',
  'not-ended': 'The review is open already.',
  'no-such-hand': 'That hand is down already.',
  'nothing-private-here': 'Private writing belongs to a stage with perspectives.',
  'not-private': 'Everybody writes openly already.',
  revealing: 'The thoughts are being revealed just now.',
  'observers-only-read': 'Observers follow everything and change nothing.',
  'facilitators-only': 'Only a facilitator can do that.',
  malformed: 'Hearth could not read that. Reload the page and try again.',
  'stale-version': 'Somebody else was quicker; this is how the room stands now.',
  failed: 'Nothing was changed. Try again.',
};

export const refusalWords = (answer: Refused): string => words[answer.reason];

/** Told instead of sending: a command given now would be about a room that has moved on. */
export const notConnectedWords = 'Not connected just now. Nothing was changed; try again in a moment.';

/** Told when no answer came: the command may or may not have been applied, the next view shows it. */
export const noAnswerWords = 'No answer from the server yet. The room shows what was done as soon as it is back.';
