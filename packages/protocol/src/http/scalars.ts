// Scalars that several features send: ids, days, instants, names.
import { idPattern, type CardId, type ParticipantId, type ReviewId } from '@hearth/review/ids';
import * as z from 'zod/mini';

const id = z.string().check(z.regex(idPattern, 'This is not an id.'));
/** A brand is a matter of types only: a transform could not be written back into a response. */
const branded = <Id extends string>() => id as unknown as z.ZodMiniType<Id, string>;

export const plainId = id;
export const reviewId = branded<ReviewId>();
export const participantId = branded<ParticipantId>();
export const cardId = branded<CardId>();

/** Unix milliseconds. */
export const instant = z.int().check(z.minimum(-8.64e15), z.maximum(8.64e15));
export const day = z.iso.date('Write the day as YYYY-MM-DD.');
/** Leaves out control characters, and signs that would turn the text around them. */
export const plainWords = z.overwrite<string>((words) => words.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ''));
/** The same for words of several lines. */
export const plainLines = z.overwrite<string>((words) =>
  words.replaceAll(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, ''),
);
export const personName = z
  .string()
  .check(
    plainWords,
    z.trim(),
    z.minLength(1, 'Type your name.'),
    z.maxLength(80, 'A name may have 80 characters at most.'),
  );
export const httpUrl = z
  .url({ protocol: /^https?$/, error: 'A link begins with https:// or http://.' })
  .check(z.maxLength(2000));
/** 128 bits at least, URL-safe base64. */
export const secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,86}$/, 'This is not a whole link.'));
