// What a file on a card may be, for both sides.

/** Limits in bytes: of one file, of a picture's small version, and of all files of a review together. */
export const attachmentLimits = {
  file: 20 * 1024 * 1024,
  thumbnail: 64 * 1024,
  review: 1024 * 1024 * 1024,
} as const;

/** Longest name that is kept, in characters. */
export const longestFileName = 120;

/** Header with the file's name, in percent-encoding (`encodeURIComponent`). */
export const fileNameHeader = 'x-file-name';
