// Opens the board for as long as an import needs it.
import { cardsFromRows, type AcceptedRow } from '@hearth/learning/timeline/to-cards';
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newCardId } from '../board/new-id.ts';
import { openLiveDocument } from '../live/live-document.ts';
import { liveUrl } from '../live/live-url.ts';
import type { LiveStatus } from '../live/status.ts';
import { readPassages } from '../quarantine/passages.ts';
import { putOnBoard } from './put-on-board.ts';

export type PutState =
  | { kind: 'idle' }
  | { kind: 'putting'; count: number; durable: number; status: LiveStatus }
  | { kind: 'done'; added: number }
  | { kind: 'failed'; advice: string; added: number };

export const usePutOnBoard = (review: ReviewDetail) => {
  const [state, setState] = useState<PutState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const put = useCallback(
    (rows: readonly AcceptedRow[]) => {
      running.current?.abort();
      const stopping = new AbortController();
      running.current = stopping;
      const { participantId, name } = review.seat;
      const live = openLiveDocument({
        documentName: `board/${review.id}`,
        url: liveUrl(),
        read: readPassages,
      });
      const cards = cardsFromRows(rows, newCardId);
      setState({ kind: 'putting', count: cards.length, durable: 0, status: live.status.get() });
      putOnBoard(
        live,
        cards,
        () => ({ author: { id: participantId, name }, nowMs: Date.now() }),
        (durable, status) => setState({ kind: 'putting', count: cards.length, durable, status }),
        stopping.signal,
      )
        .then((outcome) =>
          setState(outcome.ok ? { kind: 'done', added: outcome.added } : { kind: 'failed', ...outcome }),
        )
        .catch((error: unknown) => {
          // Left in the middle: what was added is kept on this device and goes up when the board is next opened.
          if (!stopping.signal.aborted) throw error;
        })
        .finally(() => live.destroy());
    },
    [review],
  );
  return { state, put };
};
