// Which sites may talk to this server from a browser: an exact list, or the very address that the request came to.

export interface Origins {
  /** Whether a browser page of this origin may send a request to this `Host`. A missing origin is not allowed here. */
  allows(origin: string | undefined, host: string | undefined): boolean;
  /** Whether people reach the server over https, so that cookies must not travel otherwise. */
  secure(origin: string | undefined): boolean;
}

/** @param listed  such as `https://hearth.example.org`; empty: the server's own address, whatever it is called. */
export const originsOf = (listed: readonly string[]): Origins => ({
  allows: (origin, host) => {
    if (origin === undefined) return false;
    if (listed.length > 0) return listed.includes(origin);
    return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
  },
  secure: (origin) => (origin ?? listed[0] ?? '').startsWith('https:'),
});
