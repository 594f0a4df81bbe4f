/** Host and port of an https or http address, other scripts as `xn--…`; null for every other address. Pure. */
export const hostOf = (url: string): string | null => {
  const parsed = URL.parse(url);
  return parsed !== null && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed.host : null;
};
