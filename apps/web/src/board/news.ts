// What others did to the board, gathered and told in one sentence now and then. The words are pure.
import { readCard } from '@hearth/board/read';
import { cardKinds, type CardKind } from '@hearth/board/cards';
import type { Writer } from '@hearth/board/operations';
import { counted } from '@hearth/review/time/words';
import type * as Y from 'yjs';
import { zoneNames, zoneOfKind, type BoardZone } from './groups.ts';

export interface News {
  added: Map<BoardZone, number>;
  removed: number;
  changed: Set<string>;
}

export const noNews = (): News => ({ added: new Map(), removed: 0, changed: new Set() });

/** "2 cards added in Factors, 1 changed."; null when there is nothing to tell. */
export const newsWords = ({ added, removed, changed }: News): string | null => {
  const parts = [
    ...[...added].map(([zone, count]) => `${counted(count, 'card')} added in ${zoneNames[zone]}`),
    ...(changed.size > 0 ? [`${counted(changed.size, 'card')} changed`] : []),
    ...(removed > 0 ? [`${counted(removed, 'card')} removed`] : []),
  ];
  return parts.length === 0 ? null : `${parts.join(', ')}.`;
};

/** Tells in batches, at most every `everyMs`. What this writer did itself is not news. @returns how to stop. */
export const watchNews = (writer: Writer, tell: (words: string) => void, everyMs = 5_000): (() => void) => {
  let news = noNews();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const { cards } = writer.board;

  const flush = (): void => {
    timer = null;
    const words = newsWords(news);
    news = noNews();
    if (words !== null) tell(words);
  };
  const onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
    if (transaction.local || transaction.origin === writer.undo) return;
    for (const event of events) gather(news, event, cards);
    timer ??= setTimeout(flush, everyMs);
  };
  cards.observeDeep(onChange);
  return () => {
    cards.unobserveDeep(onChange);
    if (timer !== null) clearTimeout(timer);
  };
};

const gather = (news: News, event: Y.YEvent<Y.AbstractType<unknown>>, cards: Y.Map<unknown>): void => {
  const id = event.path[0];
  if (id !== undefined) {
    news.changed.add(String(id));
    return;
  }
  for (const [key, { action }] of event.changes.keys) {
    if (action === 'delete') news.removed++;
    else {
      const kind = kindOf(key, cards.get(key));
      if (kind) news.added.set(zoneOfKind[kind], (news.added.get(zoneOfKind[kind]) ?? 0) + 1);
    }
  }
};

const kindOf = (id: string, value: unknown): CardKind | null => {
  const kind = readCard(id, value)?.kind;
  return cardKinds.find((known) => known === kind) ?? null;
};
