// What others did to the board, gathered and told now and then: in numbers, or card by card. The words are pure.
import { reactionField, readCard } from '@hearth/board/read';
import type { Card } from '@hearth/board/cards';
import type { Writer } from '@hearth/board/operations';
import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { zoneOfKind } from '@hearth/board/zones';
import * as Y from 'yjs';
import { isQuiet } from '../quiet/quiet.ts';
import { zoneNames } from './groups.ts';
import type { NewsLevel } from './news-level.ts';
import { headline } from './relations.ts';

export interface News {
  added: Set<CardId>;
  changed: Set<CardId>;
  /** What is gone has no words any more. */
  removed: number;
}

export const noNews = (): News => ({ added: new Set(), changed: new Set(), removed: 0 });

type CardOf = (id: CardId) => Card | null;

/** "2 cards added in Factors, 1 card changed."; null when there is nothing to tell. */
export const newsWords = ({ added, changed, removed }: News, cardOf: CardOf): string | null => {
  const zones = Map.groupBy(
    [...added].flatMap((id) => cardOf(id) ?? []),
    (card) => zoneOfKind[card.kind],
  );
  const parts = [
    ...[...zones].map(([zone, { length }]) => `${counted(length, 'card')} added in ${zoneNames[zone]}`),
    ...(changed.size > 0 ? [`${counted(changed.size, 'card')} changed`] : []),
    ...(removed > 0 ? [`${counted(removed, 'card')} removed`] : []),
  ];
  return parts.length === 0 ? null : `${parts.join(', ')}.`;
};

const mostNamed = 5;

/** "Priya added “Nobody watches the queue” in Factors. “The same batch” changed."; null when there is nothing to tell. */
export const newsInFull = ({ added, changed, removed }: News, cardOf: CardOf): string | null => {
  const sentences = [
    ...[...added].flatMap((id) => {
      const card = cardOf(id);
      return card
        ? [`${card.author?.name ?? 'Somebody'} added ${quoted(card)} in ${zoneNames[zoneOfKind[card.kind]]}.`]
        : [];
    }),
    ...[...changed].flatMap((id) => {
      const card = cardOf(id);
      return card ? [`${quoted(card)} changed.`] : [];
    }),
    ...(removed > 0 ? [`${counted(removed, 'card')} removed.`] : []),
  ];
  if (sentences.length === 0) return null;
  const more = sentences.length - mostNamed;
  return [
    ...sentences.slice(0, mostNamed),
    ...(more > 0 ? [`${counted(more, 'more change', 'more changes')}.`] : []),
  ].join(' ');
};

const quoted = (card: Card): string => (card.text.trim() === '' ? 'a card' : `“${headline(card, 60)}”`);

/** A card that somebody goes on writing in is told once in a while. */
const notAgainMs = 60_000;
/** In numbers: at most so often. Card by card: once nobody has written for as long, or the batch is as old. */
const pace = { normal: { restMs: 0, mostMs: 5_000 }, all: { restMs: 2_500, mostMs: 10_000 } };

/** Tells in batches. What this writer did itself is not news. @returns how to stop. */
export const watchNews = (writer: Writer, tell: (words: string) => void, levelNow: () => NewsLevel): (() => void) => {
  let news = noNews();
  let sinceMs = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const toldAt = new Map<CardId, number>();
  const { cards } = writer.board;
  const cardOf: CardOf = (id) => readCard(id, cards.get(id));

  const flush = (): void => {
    timer = null;
    const { added, changed, removed } = news;
    news = noNews();
    const nowMs = Date.now();
    for (const [id, at] of toldAt) if (nowMs - at >= notAgainMs) toldAt.delete(id);
    const fresh = { added, removed, changed: new Set([...changed].filter((id) => !added.has(id) && !toldAt.has(id))) };
    for (const id of [...added, ...fresh.changed]) toldAt.set(id, nowMs);
    const level = isQuiet() ? 'quiet' : levelNow();
    const words = level === 'quiet' ? null : level === 'all' ? newsInFull(fresh, cardOf) : newsWords(fresh, cardOf);
    if (words !== null) tell(words);
  };
  const onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
    if (transaction.local || transaction.origin === writer.undo) return;
    for (const event of events) gather(news, event);
    const nowMs = Date.now();
    const { restMs, mostMs } = levelNow() === 'all' ? pace.all : pace.normal;
    if (timer === null) sinceMs = nowMs;
    else if (restMs === 0) return;
    else clearTimeout(timer);
    const left = sinceMs + mostMs - nowMs;
    timer = setTimeout(flush, Math.max(0, restMs === 0 ? left : Math.min(restMs, left)));
  };
  cards.observeDeep(onChange);
  return () => {
    cards.unobserveDeep(onChange);
    if (timer !== null) clearTimeout(timer);
  };
};

const gather = (news: News, event: Y.YEvent<Y.AbstractType<unknown>>): void => {
  const [id] = event.path;
  if (id !== undefined) {
    // A reaction is seen on the card; it changes nothing of it.
    if (event instanceof Y.YMapEvent && [...event.keysChanged].every((key) => String(key).startsWith(reactionField)))
      return;
    news.changed.add(String(id) as CardId);
    return;
  }
  for (const [key, { action }] of event.changes.keys) {
    const card = key as CardId;
    if (action !== 'delete') news.added.add(card);
    // What came and went within one batch was never there.
    else if (!news.added.delete(card)) news.removed++;
  }
};
