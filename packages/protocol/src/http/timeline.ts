// Reading a timeline that somebody pasted or uploaded. Nothing is stored: the rows go back to be looked at.
import * as z from 'zod/mini';

export const timelineFormats = ['markdown', 'csv', 'text'] as const;

export const timelineParseBody = z.object({
  text: z.string(),
  format: z.optional(z.enum(timelineFormats)),
  /** Day of the first row where the text names none, YYYY-MM-DD. */
  date: z.optional(z.iso.date('Write the day as YYYY-MM-DD.')),
  /** IANA zone or offset of times that name none. */
  zone: z.optional(z.string().check(z.maxLength(64))),
});

const timelineRow = z.object({
  time: z.string(),
  at: z.nullable(z.iso.datetime()),
  endAt: z.nullable(z.iso.datetime()),
  precision: z.enum(['exact', 'about', 'unknown']),
  text: z.string(),
  line: z.int(),
  problem: z.nullable(z.enum(['no-date', 'no-zone', 'time-not-understood', 'absurd-date', 'empty-text'])),
});
export type TimelineRowBody = z.infer<typeof timelineRow>;
export const timelineParsed = z.object({ format: z.enum(timelineFormats), rows: z.array(timelineRow) });
