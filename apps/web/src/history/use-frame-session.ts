// A board session that shows boards as they were: the same components draw them, nothing in it can be written.
import type { BoardSnapshot } from '@hearth/board/snapshot';
import type { CardId, ParticipantId } from '@hearth/review/ids';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { CardMark } from '../board/card-marks.ts';
import { openBoardSession, type BoardSession } from '../board/session.tsx';
import { openFrameView, type FrameView } from './frame-view.ts';

interface Shown {
  board: BoardSnapshot;
  marks: ReadonlyMap<CardId, CardMark>;
}

interface Teller {
  zone: string;
  startedAt: number | null;
  me: { participantId: ParticipantId; name: string };
}

/** @returns null during the first render. */
export const useFrameSession = ({ board, marks }: Shown, { zone, startedAt, me }: Teller): BoardSession | null => {
  const [opened, setOpened] = useState<{ session: BoardSession; view: FrameView } | null>(null);
  const first = useRef(board);
  const { participantId, name } = me;
  useEffect(() => {
    // Nobody is in it, and nothing is ever written to it.
    const doc = new Y.Doc();
    const awareness = new Awareness(doc);
    const view = openFrameView(first.current);
    const session = openBoardSession({
      doc,
      awareness,
      view,
      zone,
      startedAt,
      canWrite: false,
      me: { participantId, name },
    });
    setOpened({ session, view });
    return () => {
      setOpened(null);
      session.close();
      awareness.destroy();
      doc.destroy();
    };
  }, [zone, startedAt, participantId, name]);
  useLayoutEffect(() => {
    first.current = board;
    opened?.view.show(board);
    opened?.session.ui.set({ marks });
  }, [opened, board, marks]);
  return opened?.session ?? null;
};
