// The one catalogue of errors that cross a wire. Codes are never reused; the advice is shown to people as it stands.

interface CatalogueEntry {
  /** HTTP status. */
  status: number;
  /** WebSocket close code: 44xx is final, 45xx invites another try. */
  close: number;
  advice: string;
}

export const errors = {
  HEARTH_BAD_REQUEST: {
    status: 400,
    close: 4400,
    advice: 'Some of what was sent is not as it should be. Check the marked fields.',
  },
  HEARTH_SIGN_IN_REQUIRED: { status: 401, close: 4401, advice: 'You are not signed in here. Open your link again.' },
  HEARTH_NOT_ALLOWED: {
    status: 403,
    close: 4403,
    advice: 'Your role in this review does not allow that. Ask the facilitator.',
  },
  HEARTH_OBSERVERS_ONLY_READ: {
    status: 403,
    close: 4430,
    advice: 'Observers read and change nothing. Ask the facilitator for a participant link.',
  },
  HEARTH_WRONG_ORIGIN: { status: 403, close: 4431, advice: 'This request came from another site and was refused.' },
  HEARTH_NOT_FOUND: { status: 404, close: 4404, advice: 'There is nothing here, or it is not yours to see.' },
  HEARTH_LINK_NOT_VALID: {
    status: 404,
    close: 4410,
    advice: 'This link does not open anything any more. Ask whoever sent it for a new one.',
  },
  HEARTH_CONFLICT: {
    status: 409,
    close: 4409,
    advice: 'Somebody changed this in the meantime. Look at the newer version and try again.',
  },
  HEARTH_ALREADY_DECIDED: { status: 409, close: 4432, advice: 'This has been decided already.' },
  HEARTH_STILL_SOAKING: {
    status: 409,
    close: 4436,
    advice: 'This review lets its actions soak for two work days. Look again, and confirm it now if you still want to.',
  },
  HEARTH_COMMAND_REFUSED: { status: 409, close: 4433, advice: 'The meeting is not in a state for that.' },
  HEARTH_LOCKED: {
    status: 423,
    close: 4437,
    advice:
      'The facilitator has locked this part of the board. Your changes there are kept; send them once it is open.',
  },
  HEARTH_TOO_LARGE: { status: 413, close: 4413, advice: 'That is too large. Send less at once.' },
  HEARTH_IMPORT_EMPTY: {
    status: 422,
    close: 4422,
    advice: 'There was nothing to read. Paste a timeline or choose a file that holds one.',
  },
  HEARTH_IMPORT_TOO_LARGE: {
    status: 413,
    close: 4423,
    advice: 'A timeline may be 1 MB at most. Cut it down to the incident and try again.',
  },
  HEARTH_IMPORT_BINARY: {
    status: 422,
    close: 4424,
    advice: 'This is not text. Export it as Markdown, CSV or plain text first.',
  },
  HEARTH_IMPORT_BROKEN_CSV: {
    status: 422,
    close: 4425,
    advice: 'A quotation mark is opened and never closed. Mend the file, or paste it as plain text.',
  },
  HEARTH_IMPORT_NO_ROWS: {
    status: 422,
    close: 4426,
    advice: 'No line here begins with a time. Put one event on a line, such as "14:24 Four calls, one firmware".',
  },
  HEARTH_ATTACHMENT_TOO_LARGE: {
    status: 413,
    close: 4427,
    advice: 'A file may be 20 MB at most. Cut out the part that matters, or add a link to where the whole of it lies.',
  },
  HEARTH_ATTACHMENTS_FULL: {
    status: 413,
    close: 4428,
    advice: 'The files of this review fill its 1 GB. Delete some, or add a link to where this one lies.',
  },
  HEARTH_ATTACHMENT_EMPTY: {
    status: 422,
    close: 4429,
    advice: 'There is nothing in this file. Save it anew and try again.',
  },
  HEARTH_THUMBNAIL_REFUSED: {
    status: 422,
    close: 4434,
    advice: 'The small version of a picture must be a picture of 64 kB and 640 pixels at most.',
  },
  HEARTH_FEEDBACK_GIVEN: {
    status: 409,
    close: 4435,
    advice: 'You have given your answer. It can not be changed: nobody can tell which one is yours.',
  },
  HEARTH_FRAME_REFUSED: {
    status: 400,
    close: 4440,
    advice: 'The board sent something that could not be read. Your changes are kept on this device; reload the page.',
  },
  HEARTH_TOO_MANY_REQUESTS: {
    status: 429,
    close: 4529,
    advice: 'That was a lot at once. Wait a moment and try again.',
  },
  HEARTH_INTERNAL: {
    status: 500,
    close: 4500,
    advice: 'Something went wrong on our side. Nothing was changed; try again.',
  },
  HEARTH_STORE_FULL: {
    status: 507,
    close: 4507,
    advice: 'The disk of the server is full. Nothing more can be saved until there is room.',
  },
  HEARTH_UNAVAILABLE: {
    status: 503,
    close: 4503,
    advice: 'Hearth can not reach its data just now. It tries again by itself.',
  },
  HEARTH_RESYNC: { status: 503, close: 4509, advice: 'The connection fell behind and is starting afresh.' },
  HEARTH_GOING_AWAY: {
    status: 503,
    close: 4501,
    advice: 'The server is restarting. The connection comes back by itself.',
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof errors;

export const errorCodes = Object.keys(errors) as [ErrorCode, ...ErrorCode[]];

/** A close code of 45xx: the client connects again by itself. */
export const isRetryable = (closeCode: number): boolean => closeCode < 4400 || closeCode >= 4500;

/** The catalogue's entry for a close code, if it is one of ours. */
export const errorOfClose = (closeCode: number): ErrorCode | null =>
  errorCodes.find((code) => errors[code].close === closeCode) ?? null;
