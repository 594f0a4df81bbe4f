// What a browser would keep at random: 128 bits for each writer, here the same ones in every run.
import { createHash } from 'node:crypto';

/** @returns 22 characters of base64url */
export const writerOf = (name: string): string =>
  createHash('sha256').update(name).digest().subarray(0, 16).toString('base64url');
