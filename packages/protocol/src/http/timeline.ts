// Reading a timeline that somebody pasted or uploaded. Nothing is stored: the rows go back to be looked at.
import { z } from 'zod';

export const timelineFormats = ['markdown', 'csv', 'text'] as const;

export const timelineParseBody = z.object({
  text: z.string(),
  format: z.enum(timelineFormats).optional(),
  /** Day of the first row where the text names none, YYYY-MM-DD. */
  date: z.iso.date('Write the day as YYYY-MM-DD.').optional(),
  /** IANA zone or offset of times that name none. */
  zone: z.string().max(64).optional(),
});

const timelineRow = z.object({
  time: z.string(),
  at: z.iso.datetime().nullable(),
  endAt: z.iso.datetime().nullable(),
  precision: z.enum(['exact', 'about', 'unknown']),
  text: z.string(),
  line: z.number().int(),
  problem: z.enum(['no-date', 'no-zone', 'time-not-understood', 'absurd-date', 'empty-text']).nullable(),
});
export type TimelineRowBody = z.infer<typeof timelineRow>;
export const timelineParsed = z.object({ format: z.enum(timelineFormats), rows: z.array(timelineRow) });
