// All threads of the review, in the order of the board and then of the narrative: open ones, resolved ones, or those I am in.
import { placesOf, rangeOf } from '@hearth/board/anchors';
import type { Thread } from '@hearth/board/comments';
import { boardOf } from '@hearth/board/document';
import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { cardsIn, groupsOf } from '../board/groups.ts';
import { headline } from '../board/relations.ts';
import { useSession, type BoardSession } from '../board/session.tsx';
import { Segmented } from '../design/Segmented.tsx';
import { CommentThread } from './CommentThread.tsx';
import { remarksOf } from './counts.ts';
import { sortedThreads, type Shown } from './sorted.ts';
import { useRoomTalk, useThreads, type Talk } from './talk.tsx';
import { useFresh } from './use-fresh.ts';
import styles from './Talk.module.css';

export interface AllCommentsProps {
  onOpenCard: (id: CardId) => void;
  onOpenNarrative: () => void;
}

export const AllComments = ({ onOpenCard, onOpenNarrative }: AllCommentsProps) => {
  const session = useSession();
  const talk = useRoomTalk();
  const [shown, setShown] = useState<Shown>('open');
  const threads = useThreads(talk);
  const { view } = session;
  // Which cards there are, and in which order: their words are read when they are shown.
  const order = useSyncExternalStore(view.subscribe, () => orderOf(session, threads));
  const fresh = useFresh(threads);
  useEffect(() => talk.notes.see(threads.flatMap((thread) => remarksOf(thread).map(({ id }) => id))));

  const { board, narrative, gone } = useMemo(
    () =>
      sortedThreads(threads, shown, {
        cards: order === '' ? [] : (order.split(' ') as CardId[]),
        placeInNarrative: placesIn(session, talk),
        isMine: talk.isMine,
      }),
    [threads, shown, order, session, talk],
  );
  const list = (some: readonly Thread[], goTo: ((thread: Thread) => void) | null) =>
    some.map((thread) => (
      <CommentThread
        key={thread.id}
        thread={thread}
        acts={talk}
        fresh={fresh}
        about={aboutWords(thread, session)}
        onGoTo={goTo && (() => goTo(thread))}
      />
    ));
  return (
    <div className={styles.list}>
      <Segmented
        label="Which comments"
        options={[
          { value: 'open', label: 'Open' },
          { value: 'resolved', label: 'Resolved' },
          { value: 'mine', label: 'Mine' },
        ]}
        value={shown}
        onChange={setShown}
      />
      {board.length + narrative.length + gone.length === 0 && <p className={styles.none}>{emptyWords[shown]}</p>}
      {board.length > 0 && (
        <section aria-label="On cards" className={styles.list}>
          <h3>On the board: {counted(board.length, 'comment')}</h3>
          {list(board, ({ card }) => card && onOpenCard(card))}
        </section>
      )}
      {narrative.length > 0 && (
        <section aria-label="On the narrative" className={styles.list}>
          <h3>In the narrative: {counted(narrative.length, 'comment')}</h3>
          {list(narrative, onOpenNarrative)}
        </section>
      )}
      {gone.length > 0 && (
        <section aria-label="About cards that are no longer there" className={styles.list}>
          <h3>About cards that are no longer there</h3>
          {list(gone, null)}
        </section>
      )}
    </div>
  );
};

const emptyWords: Record<Shown, string> = {
  open: 'Nothing is waiting for an answer. Press C on a card to ask about it.',
  resolved: 'Nothing has been resolved yet.',
  mine: 'You have not commented yet. Press C on a card to ask about it.',
};

const aboutWords = ({ card, quote }: Thread, { view }: BoardSession): string => {
  const now = card === null ? undefined : view.card(card);
  return now ? headline(now, 140) : quote || 'A card without words';
};

/** Ids of the cards that have threads, in the order in which they stand on the board. */
const orderOf = ({ view }: BoardSession, threads: readonly Thread[]): string => {
  const wanted = new Set(threads.flatMap(({ card }) => card ?? []));
  if (wanted.size === 0) return '';
  return groupsOf(view)
    .flatMap((group) => cardsIn(view, group.key))
    .flatMap(({ id }) => (wanted.has(id) ? [id] : []))
    .join(' ');
};

const placesIn = ({ doc }: BoardSession, { view }: Talk): ReadonlyMap<string, number> => {
  const anchored = view.all();
  if (anchored.length === 0) return new Map();
  const places = placesOf(boardOf(doc).narrative);
  return new Map(
    anchored.flatMap(({ thread, anchor }) => {
      const range = rangeOf(doc, places, anchor, thread.quote);
      return range ? [[thread.id, range.from] as const] : [];
    }),
  );
};
