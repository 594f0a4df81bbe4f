// When captions are told: what matters at once, everything else together now and then, so that nothing floods an ear. ../second-screen/SPEC.md C4.
import type { ParticipantId } from '@hearth/review/ids';
import { listed } from '@hearth/review/time/words';
import { reactionSentence } from '../taking-part/reactions.ts';
import type { Happening } from './captions.ts';

export interface Told {
  words: string;
  /** Not said aloud: it is on the screen already, or there was too much of it. */
  silent: boolean;
}

interface CaptionPaceOptions {
  nowMs: () => number;
  me: ParticipantId;
  tell: (captions: readonly Told[]) => void;
}

export const batchMs = 4_000;
/** So many are told at once within the window; more of them wait for the next batch. */
export const mostAtOnce = 3;
export const windowMs = 10_000;
/** Sentences of one batch that are said aloud. */
export const mostSpoken = 4;

export interface CaptionPace {
  add(happened: readonly Happening[]): void;
  stop(): void;
}

export const createCaptionPace = ({ nowMs, me, tell }: CaptionPaceOptions): CaptionPace => {
  let waiting: Happening[] = [];
  let atOnce: number[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  const flush = (): void => {
    timer = null;
    const batch = waiting;
    waiting = [];
    const said = batch.filter((one) => one.kind === 'said');
    const hands = [...new Set(batch.flatMap((one) => (one.kind === 'hand' ? [one.name] : [])))];
    const reactions = batch.filter((one) => one.kind === 'reaction');
    const given = reactions.map((one) => one.given);
    const names = new Map(reactions.map((one) => [one.given.participantId, one.name]));
    const told: Told[] = [
      ...said.map(({ words, shown = false }) => ({ words, silent: shown })),
      ...(hands.length > 0 ? [{ words: handWords(hands), silent: false }] : []),
      ...(given.length > 0 ? [{ words: reactionSentence(given, (id) => names.get(id), me), silent: false }] : []),
    ];
    let spoken = 0;
    tell(told.map((one) => (one.silent || (spoken += 1) <= mostSpoken ? one : { ...one, silent: true })));
  };
  const hold = (one: Happening): void => {
    if (one.kind === 'said') waiting = waiting.filter((other) => other.kind !== 'said' || other.about !== one.about);
    waiting.push(one);
    timer ??= setTimeout(flush, batchMs);
  };

  return {
    add: (happened) => {
      for (const one of happened) {
        if (one.kind !== 'said' || !one.urgent) {
          hold(one);
          continue;
        }
        const now = nowMs();
        atOnce = atOnce.filter((at) => now - at < windowMs);
        if (atOnce.length >= mostAtOnce) {
          hold(one);
          continue;
        }
        atOnce.push(now);
        tell([{ words: one.words, silent: one.shown ?? false }]);
      }
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      waiting = [];
    },
  };
};

const mostNamed = 3;

const handWords = (names: readonly string[]): string => {
  if (names.length > mostNamed) return `${names.length} hands are up.`;
  const own = names.length === 1 && names[0] === 'You';
  return `${listed(names)} raised ${names.length > 1 ? 'their hands' : own ? 'your hand' : 'a hand'}.`;
};
