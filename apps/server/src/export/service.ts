// Puts the export of a review together: for the facilitator's download, and for the command line. Rules: SPEC X1-X5 of
// learning/export.
import type { Answered } from '@hearth/board/diagnostics';
import type { BoardSnapshot } from '@hearth/board/snapshot';
import { buildExport, renderExport } from '@hearth/learning/export/build';
import type { ReviewId } from '@hearth/review/ids';
import type { Reading } from '@hearth/store/ports/reading';
import type { Review } from '@hearth/store/ports/reviews';
import type { LoadedDocument } from '@hearth/sync/update-log';
import { BackgroundTask, type TaskWatch } from '../background/task.ts';
import { titleWords } from '../http/title-words.ts';
import { boardDocument } from '../live/boards.ts';

/** What a document's log amounts to. */
export interface ReadDocument {
  /** The whole Yjs state (V1) in base64. */
  state: string;
  snapshot: BoardSnapshot;
  /** What was answered of the checklist, by item. */
  diagnostics: ReadonlyMap<string, Answered>;
}

export interface ExportFile {
  /** As it may be called in any folder. */
  name: string;
  text: string;
}

const readCapMs = 20_000;

/** @param read  reads a board out of its log; called once. */
export const exportFile = async (
  store: Reading,
  review: Review,
  read: (log: LoadedDocument) => Promise<ReadDocument>,
): Promise<ExportFile> => {
  const { id, incident } = review;
  const document = boardDocument(id);
  const { state, snapshot, diagnostics } = await read(await store.updateLog.load(document));
  const built = buildExport({
    review,
    people: await store.access.listParticipants(id),
    snapshot,
    diagnostics,
    proposals: await store.actionItems.listProposals(id),
    actions: await store.actionItems.list([id]),
    publication: await store.publishing.findByReview(id),
    snapshots: await store.reviews.listSnapshots(id),
    feedback: await store.feedback.answers(id),
    document: { name: document, state },
  });
  return { name: `${titleWords(incident.title) || 'learning-review'}.hearth.json`, text: renderExport(built) };
};

export class ExportService {
  readonly #store: Reading;
  readonly #reader: BackgroundTask<LoadedDocument, ReadDocument>;

  constructor(store: Reading, watch: TaskWatch) {
    this.#store = store;
    this.#reader = new BackgroundTask(new URL('./read-worker.ts', import.meta.url), readCapMs, watch);
  }

  /** @returns null when there is no such review. */
  async export(id: ReviewId): Promise<ExportFile | null> {
    const review = await this.#store.reviews.find(id);
    return review && exportFile(this.#store, review, (log) => this.#read(log));
  }

  close(): Promise<void> {
    return this.#reader.close();
  }

  async #read(log: LoadedDocument): Promise<ReadDocument> {
    const outcome = await this.#reader.run(log);
    if (!outcome.ok) throw new Error(`a board could not be read for its export: ${outcome.reason}`);
    return outcome.output;
  }
}
