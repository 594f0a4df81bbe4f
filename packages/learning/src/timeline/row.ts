// What the timeline parser gives. Rules: SPEC T30-T32.

export type TimelineFormat = 'markdown' | 'csv' | 'text';

export type TimelineProblem = 'no-date' | 'no-zone' | 'time-not-understood' | 'absurd-date' | 'empty-text';

export interface TimelineRow {
  /** The time as it was written; '' where none was. */
  time: string;
  /** ISO UTC `YYYY-MM-DDTHH:mm:ss.sssZ`; null where no instant can be told. */
  at: string | null;
  /** End of a range, like `at`. */
  endAt: string | null;
  precision: 'exact' | 'about' | 'unknown';
  /** What happened, inline Markdown kept. */
  text: string;
  /** 1-based line of the input. */
  line: number;
  /** What a person should check before this row goes on a board. */
  problem: TimelineProblem | null;
}

export type TimelineParse =
  | { ok: true; format: TimelineFormat; rows: TimelineRow[] }
  | { ok: false; reason: 'empty' | 'too-large' | 'binary' | 'no-rows' | 'broken-csv'; advice: string };
