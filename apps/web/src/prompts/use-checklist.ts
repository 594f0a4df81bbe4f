// What the room answered on the checklist, as the shared document has it.
import { readDiagnostics, type Answered } from '@hearth/board/diagnostics';
import type { BoardDocument } from '@hearth/board/document';
import { useMemo, useSyncExternalStore } from 'react';
import { useSession } from '../board/session.tsx';

export const useChecklist = (): ReadonlyMap<string, Answered> => {
  const { board } = useSession().writer;
  const { subscribe, current } = useMemo(() => watched(board), [board]);
  return useSyncExternalStore(subscribe, current);
};

/** Read again only after a change. */
const watched = (board: BoardDocument) => {
  let known: ReadonlyMap<string, Answered> | null = null;
  return {
    subscribe: (listener: () => void) => {
      const changed = (): void => {
        known = null;
        listener();
      };
      board.diagnostics.observe(changed);
      return () => board.diagnostics.unobserve(changed);
    },
    current: () => (known ??= readDiagnostics(board)),
  };
};
