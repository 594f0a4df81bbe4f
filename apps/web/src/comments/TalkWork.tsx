// Holds what is said about cards for as long as the room is open: reads, writes, and tells what others have said.
import { beginCardThread, removeComment, replyTo, resolveThread, viewComments } from '@hearth/board/comments';
import type { Author } from '@hearth/board/operations';
import { toggleReaction } from '@hearth/board/reactions';
import type { CommentId } from '@hearth/review/ids';
import { useEffect, useMemo, useRef } from 'react';
import { newsLevel } from '../board/news-level.ts';
import { useSession } from '../board/session.tsx';
import { useAnnounce } from '../design/announce.tsx';
import { useToast } from '../design/toast.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { randomId } from '../live/random-id.ts';
import { isQuiet } from '../quiet/quiet.ts';
import { remarksOf } from './counts.ts';
import { openDeviceNotes } from './device-notes.ts';
import { names } from './mentions.ts';
import { saidWords, watchTalk } from './talk-news.ts';
import type { Talk } from './talk.tsx';
import { useNameless } from './use-nameless.ts';

export interface TalkWorkProps {
  /** null when the room is left. */
  onReady: (talk: Talk | null) => void;
}

export const TalkWork = ({ onReady }: TalkWorkProps) => {
  const session = useSession();
  const { seat, view: meeting } = useFacilitation();
  const nameless = useNameless();
  const announce = useAnnounce();
  const toast = useToast();
  const { doc, writer, canWrite } = session;
  const { reviewId, participantId, name } = seat;
  // Read when something is said: who writes in the narrative just then is not to be interrupted by it.
  const namelessNow = useRef(nameless);
  useEffect(() => {
    namelessNow.current = nameless;
  }, [nameless]);
  const view = useMemo(() => viewComments(doc, session.view), [doc, session.view]);
  const notes = useMemo(
    () => openDeviceNotes(devicePlace(), `hearth-talk/${reviewId}/${participantId}`, randomId),
    [reviewId, participantId],
  );
  useEffect(
    () => notes.begin(view.threads().flatMap((thread) => remarksOf(thread).map(({ id }) => id))),
    [notes, view],
  );

  const people = meeting?.people;
  useEffect(() => {
    const all = (people ?? []).map((person) => person.name);
    return watchTalk(writer, (said) => {
      const named = said.some(({ remark }) => names(remark.text, name, all));
      const level = isQuiet() ? 'quiet' : newsLevel();
      const words = saidWords(said, named && level === 'quiet' ? 'normal' : level);
      if (words !== null) announce(words);
      if (named) toast('You are named in a comment.');
    });
  }, [writer, people, name, announce, toast]);

  const talk = useMemo((): Talk => {
    const by = (): Author => (namelessNow.current ? { ...session.by(), author: null } : session.by());
    const said = (id: CommentId): void => {
      if (namelessNow.current) notes.own(id);
    };
    const write = (act: (id: CommentId) => boolean): boolean => {
      const id = randomId() as CommentId;
      if (!canWrite || !act(id)) return false;
      said(id);
      return true;
    };
    return {
      view,
      notes,
      canWrite,
      by,
      said,
      begin: (card, text) => write((id) => beginCardThread(writer, { id, card, text }, by())),
      reply: (thread, text) => void write((id) => replyTo(writer, thread, { id, text }, by())),
      resolve: (thread, done) => {
        const { author, nowMs } = by();
        if (canWrite) resolveThread(writer, thread, done ? { name: author?.name ?? '', nowMs } : null);
      },
      remove: (id) => {
        if (canWrite) removeComment(writer, id);
      },
      isMine: ({ id, author }) => author?.id === participantId || notes.kept().mine.has(id),
      react: (card, kind) => {
        if (!canWrite) return null;
        const isNameless = namelessNow.current;
        const mark = isNameless ? notes.markFor(card, kind) : (notes.kept().marks.get(`${card}:${kind}`) ?? null);
        return toggleReaction(writer, card, kind, { id: participantId, name, mark, nameless: isNameless });
      },
      isMyReaction: (card, { by: who, kind }) =>
        who === participantId || who === notes.kept().marks.get(`${card}:${kind}`),
    };
  }, [session, view, notes, canWrite, writer, participantId, name]);

  useEffect(() => {
    onReady(talk);
    return () => onReady(null);
  }, [talk, onReady]);
  return null;
};

const devicePlace = (): Storage | null => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};
