// Branded identifiers. New ones are made at the edge (server, browser) and passed in: the pure packages make none.

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type ReviewId = Branded<'review'>;
export type ParticipantId = Branded<'participant'>;
export type CardId = Branded<'card'>;
export type LinkId = Branded<'link'>;
export type ColumnId = Branded<'column'>;
export type ThemeId = Branded<'theme'>;
export type CommentId = Branded<'comment'>;
export type StageId = Branded<'stage'>;
export type AttachmentId = Branded<'attachment'>;

/** 8 to 40 characters of the URL-safe base64 alphabet: safe in paths, in file names and as Yjs map keys. */
export const idPattern = /^[A-Za-z0-9_-]{8,40}$/;

/** Tells whether a string from outside has the form of an id. It says nothing about whether the thing exists. */
export const isId = (value: unknown): value is string => typeof value === 'string' && idPattern.test(value);
