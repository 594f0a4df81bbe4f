// What I had not seen when it came before my eyes: it stays marked for as long as it is shown, though it counts as seen by then.
import type { Thread } from '@hearth/board/comments';
import { useState } from 'react';
import { unreadIn } from './counts.ts';
import { useRoomTalk } from './talk.tsx';

export const useFresh = (threads: readonly Thread[]): ReadonlySet<string> => {
  const { notes, isMine } = useRoomTalk();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const now = threads.flatMap((thread) => unreadIn(thread, notes.kept(), isMine)).filter((id) => !fresh.has(id));
  if (now.length === 0) return fresh;
  const more = new Set([...fresh, ...now]);
  setFresh(more);
  return more;
};
