// New ids and secrets, and what is stored of a secret.
import { hash, randomBytes } from 'node:crypto';

/** 128 random bits as 22 characters of URL-safe base64. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** 256 random bits as 43 characters of URL-safe base64. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256 in lower-case hex. A secret is random enough that no salt or slow hash is needed. */
export const hashOf = (secret: string): string => hash('sha256', secret);
