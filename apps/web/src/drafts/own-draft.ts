// One's own thoughts of one round, in a live document that nobody else opens. Rules: SPEC V1, V3.
import type { PerspectiveCard, PerspectiveFacet } from '@hearth/board/cards';
import { draftDocument, readThoughts, writeThought, type Thought } from '@hearth/board/drafts';
import { editText, openWriter, removeCard, type Author, type Writer } from '@hearth/board/operations';
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
  /**
   * @param author  null under the promise that nobody will see who wrote it.
   * @param differsFrom  the card on the board of which this is another account.
   */
  add(text: string, facet: PerspectiveFacet, author: Author['author'], differsFrom?: CardId): CardId | null;
  /** The card of which a thought is another account; null where it is none. */
  differsFrom(id: CardId): CardId | null;
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
    add: (text, facet, author, differsFrom) => {
      const id = newCardId();
      const thought = { id, text, facet, ...(differsFrom ? { differsFrom } : {}) };
      return writeThought(open.writer, thought, { author, nowMs: Date.now() }) ? id : null;
    },
    differsFrom: (id) => readThoughts(open.writer.board.doc).find((thought) => thought.id === id)?.differsFrom ?? null,
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
