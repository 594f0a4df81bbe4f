// Addresses that a link in the narrative may have: http, https, mailto. Nothing else is ever opened. Pure.

const allowed = new Set(['http:', 'https:', 'mailto:']);

export const isSafeAddress = (address: string): boolean => cleanAddress(address) !== null;

/**
 * The address as it is stored. What has no scheme gets https, or mailto when it looks like a mail address.
 * @returns null when it is no address, or of another scheme.
 */
export const cleanAddress = (typed: string): string | null => {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:]+:\d+(\/|$)/.test(text) ? text : withScheme(text);
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  if (!allowed.has(url.protocol)) return null;
  const named = url.protocol === 'mailto:' ? url.pathname.includes('@') : url.hostname !== '';
  return named ? url.href : null;
};

const withScheme = (text: string): string => (/^[^\s@/]+@[^\s@/]+$/.test(text) ? `mailto:${text}` : `https://${text}`);
