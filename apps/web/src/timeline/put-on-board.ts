// Puts accepted rows on the board through a live connection of its own, and knows when they are durable there.
import { addCards, openWriter, type Author, type NewCard } from '@hearth/board/operations';
import { errors } from '@hearth/protocol/errors';
import type { LiveDocument } from '../live/live-document.ts';
import type { LiveStatus } from '../live/status.ts';

/** One transaction is one frame, and the server takes some 5,000 structs in one: a card is about a dozen. */
const cardsAtOnce = 100;

export type PutOutcome =
  | { ok: true; added: number }
  /** The server has said no, for good. `added` cards stood on the board before it did. */
  | { ok: false; advice: string; added: number };

/**
 * Adds the cards, some at a time, each lot only once the server has made the one before durable. While the connection is
 * away it waits: what was added is kept on this device.
 * @param onProgress  how many are durable so far, and how the connection stands.
 */
export const putOnBoard = async (
  live: LiveDocument,
  cards: readonly NewCard[],
  by: () => Author,
  onProgress: (durable: number, status: LiveStatus) => void,
  signal: AbortSignal,
): Promise<PutOutcome> => {
  let added = 0;
  const tell = () => onProgress(added, live.status.get());
  const stop = live.status.subscribe(tell);
  try {
    // First the board itself: ranks are given among the events that stand on it.
    let status = await settled(live, signal);
    const copy = live.copy();
    const writer = openWriter(copy.doc);
    for (let from = 0; from < cards.length && status.kind === 'saved'; from += cardsAtOnce) {
      const lot = addCards(writer, cards.slice(from, from + cardsAtOnce), by());
      status = await settled(live, signal);
      // Another copy has taken the place of this one: the server did not take the lot.
      if (live.copy() !== copy) return { ok: false, advice: adviceOf(live), added };
      if (status.kind === 'saved') added += lot;
      tell();
    }
    return status.kind === 'saved' ? { ok: true, added } : { ok: false, advice: status.advice, added };
  } finally {
    stop();
  }
};

const adviceOf = ({ quarantine }: LiveDocument): string =>
  errors[quarantine.get().refusals.at(-1)?.code ?? 'HEARTH_TOO_LARGE'].advice;

type Settled = Extract<LiveStatus, { kind: 'saved' | 'refused' | 'not-saved' }>;

/** Waits until everything is durable, or is refused. @throws the signal's reason when it is aborted. */
const settled = async ({ status }: LiveDocument, signal: AbortSignal): Promise<Settled> =>
  new Promise((resolve, reject) => {
    const stopAll = () => {
      stop();
      signal.removeEventListener('abort', aborted);
    };
    const look = () => {
      const now = status.get();
      if (now.kind !== 'saved' && now.kind !== 'refused' && now.kind !== 'not-saved') return;
      stopAll();
      resolve(now);
    };
    const aborted = () => {
      stopAll();
      reject(signal.reason as Error);
    };
    const stop = status.subscribe(look);
    signal.addEventListener('abort', aborted);
    if (signal.aborted) aborted();
    else look();
  });
