import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { day, httpUrl, personName, secret } from './scalars.ts';

const adviceOn = (schema: z.ZodMiniType, value: unknown): string | undefined =>
  schema.safeParse(value).error?.issues[0]?.message;

describe('what requests are made of', () => {
  test.each(['https://tracker.example.org/T-1', 'http://10.0.0.1/'])('[H1] %s is a link', (value) => {
    expect(adviceOn(httpUrl, value)).toBeUndefined();
  });

  test.each(['javascript:alert(1)', 'ftp://example.org/', '//example.org', 'example.org'])(
    '[H1] %s is no link that anybody may follow',
    (value) => expect(adviceOn(httpUrl, value)).toBe('A link begins with https:// or http://.'),
  );

  test('[H1] a secret of fewer than 128 bits is none', () => {
    expect(adviceOn(secret, 'A'.repeat(22))).toBeUndefined();
    expect(adviceOn(secret, 'A'.repeat(21))).toBe('This is not a whole link.');
  });

  test('[H1] a day exists in the calendar', () => {
    expect(adviceOn(day, '2024-02-29')).toBeUndefined();
    expect(adviceOn(day, '2023-02-29')).toBe('Write the day as YYYY-MM-DD.');
  });

  test('[H1] a name of blanks is none', () => {
    expect(adviceOn(personName, '   ')).toBe('Type your name.');
  });
});
