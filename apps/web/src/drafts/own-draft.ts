// One's own thoughts of one round, in a live document that nobody else opens. Rules: SPEC V1, V3.
import type { PerspectiveCard, PerspectiveFacet } from '@hearth/board/cards';
import { draftColumn, draftDocument, readThoughts, type Thought } from '@hearth/board/drafts';
import { addCard, editText, openWriter, removeCard, type Author, type Writer } from '@hearth/board/operations';
import { openView, type BoardView } from '@hearth/board/view';
import type { CardId, ParticipantId, ReviewId } from '@hearth/review/ids';
import { newCardId } from '../board/new-id.ts';
import { openLiveDocument } from '../live/live-document.ts';
import { liveUrl } from '../live/live-url.ts';
import type { ReadableStatus } from '../live/status-store.ts';

export interface OwnDraft {
  round: number;
  status: ReadableStatus;
  /** The same array until a thought changes. */
  list(): readonly PerspectiveCard[];
  /** As they would be revealed. */
  thoughts(): Thought[];
  subscribe(listener: () => void): () => void;
  /** @param author  null under the promise that nobody will see who wrote it. */
  add(text: string, facet: PerspectiveFacet, author: Author['author']): CardId | null;
  rewrite(id: CardId, text: string): void;
  remove(id: CardId): void;
  /** What was not acknowledged stays on the device. */
  close(): void;
}

export const openOwnDraft = (reviewId: ReviewId, participantId: ParticipantId, round: number): OwnDraft => {
  const live = openLiveDocument({ documentName: draftDocument(reviewId, participantId, round), url: liveUrl() });
  const listeners = new Set<() => void>();
  let open: { view: BoardView; writer: Writer; end: () => void };
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const attach = (): void => {
    const { doc } = live.copy();
    const view = openView(doc);
    const writer = openWriter(doc);
    const stop = view.subscribe(tell);
    open = {
      view,
      writer,
      end: () => {
        stop();
        view.destroy();
        writer.undo.destroy();
      },
    };
  };
  attach();
  // A copy that held something the server refused is replaced by a fresh one.
  const stop = live.subscribe(() => {
    open.end();
    attach();
    tell();
  });
  return {
    round,
    status: live.status,
    list: () => open.view.list('perspective'),
    thoughts: () => readThoughts(open.writer.board.doc),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (text, facet, author) => {
      const id = newCardId();
      const card = { kind: 'perspective', id, text: text.trim(), columnId: draftColumn, facet } as const;
      return card.text !== '' && addCard(open.writer, card, { author, nowMs: Date.now() }) ? id : null;
    },
    rewrite: (id, text) => {
      const before = open.view.card(id)?.text ?? '';
      editText(open.writer, id, { index: 0, remove: before.length, insert: text.trim() });
    },
    remove: (id) => removeCard(open.writer, id),
    close: () => {
      stop();
      open.end();
      live.destroy();
    },
  };
};
