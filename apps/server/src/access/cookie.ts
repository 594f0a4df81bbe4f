// The cookie that carries a session, for requests and for both live channels.
import type { CookieSerializeOptions } from '@fastify/cookie';
import { sessionLifeMs } from './service.ts';

export const sessionCookie = 'hearth_session';

export const cookieOptions = (secure: boolean): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure,
  maxAge: sessionLifeMs / 1000,
});

/** The session's token in a raw `Cookie` header, or null. */
export const tokenIn = (header: string | undefined): string | null => {
  const found = /(?:^|;\s*)hearth_session=([A-Za-z0-9_-]{22,86})(?:;|$)/.exec(header ?? '');
  return found?.[1] ?? null;
};
