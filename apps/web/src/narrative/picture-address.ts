// The address of a picture that stands elsewhere: https alone, and nothing of it is fetched before somebody asks. Pure.

const longest = 2_000;

/** @returns null where it is none. */
export const pictureAddress = (typed: unknown): string | null => {
  if (typeof typed !== 'string' || typed.length > longest || /\s/.test(typed.trim()) || !URL.canParse(typed.trim()))
    return null;
  const url = new URL(typed.trim());
  // Whoever knows a name and password would tell them to everybody who looks.
  return url.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === ''
    ? url.href
    : null;
};

export const hostOf = (address: string): string => new URL(address).host;
