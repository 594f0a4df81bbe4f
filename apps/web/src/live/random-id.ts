/** 120 random bits, URL-safe. Works on plain http too, where `crypto.randomUUID` is missing. */
export const randomId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(15))))
    .replaceAll('+', '-')
    .replaceAll('/', '_');

/** A client id as Yjs gives them. */
export const randomClientId = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
