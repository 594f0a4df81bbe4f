// Reads pasted timelines in a thread of its own. Nothing is stored.
import { maxTimelineBytes, type TimelineOptions, type TimelineParse } from '@hearth/learning/timeline/parse';
import type { ErrorCode } from '@hearth/protocol/errors';
import { BackgroundTask, type TaskWatch } from '../background/task.ts';
import type { PastedTimeline } from './parse-worker.ts';

type Read = Extract<TimelineParse, { ok: true }>;
export type TimelineOutcome = { ok: true; timeline: Pick<Read, 'format' | 'rows'> } | { ok: false; code: ErrorCode };

/** An honest timeline takes milliseconds. */
const parseCapMs = 2_000;

const codes = {
  empty: 'HEARTH_IMPORT_EMPTY',
  'too-large': 'HEARTH_IMPORT_TOO_LARGE',
  binary: 'HEARTH_IMPORT_BINARY',
  'broken-csv': 'HEARTH_IMPORT_BROKEN_CSV',
  'no-rows': 'HEARTH_IMPORT_NO_ROWS',
} as const satisfies Record<Extract<TimelineParse, { ok: false }>['reason'], ErrorCode>;

export class TimelineService {
  readonly #parser: BackgroundTask<PastedTimeline, TimelineParse>;

  constructor(watch?: TaskWatch) {
    this.#parser = new BackgroundTask(new URL('./parse-worker.ts', import.meta.url), parseCapMs, watch);
  }

  async read(text: string, options: TimelineOptions): Promise<TimelineOutcome> {
    // Not worth the copy to the other thread: a character has at least one byte.
    if (text.length > maxTimelineBytes) return { ok: false, code: 'HEARTH_IMPORT_TOO_LARGE' };
    const outcome = await this.#parser.run({ text, options });
    // What takes so long is too much of something, whatever its size.
    if (!outcome.ok) return { ok: false, code: 'HEARTH_IMPORT_TOO_LARGE' };
    const parsed = outcome.output;
    if (!parsed.ok) return { ok: false, code: codes[parsed.reason] };
    return { ok: true, timeline: { format: parsed.format, rows: parsed.rows } };
  }

  close(): Promise<void> {
    return this.#parser.close();
  }
}
