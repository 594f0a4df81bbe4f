// The name of a picture's file, from the review's title and the day of the incident. Pure.

const longest = 60;

/**
 * @param day  YYYY-MM-DD, or null where it is not known.
 * @returns such as `checkout-errors-2026-11-12-timeline.png`; letters of every script stay, what systems forbid does not.
 */
export const pictureName = (title: string, day: string | null, part: string | null, ending: 'png' | 'svg'): string => {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  const short = [...words].slice(0, longest).join('').replaceAll(/-+$/g, '');
  return `${[short || 'board', day, part].filter((one) => one !== null).join('-')}.${ending}`;
};
