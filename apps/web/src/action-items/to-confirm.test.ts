import type { ReviewId } from '@hearth/review/ids';
import { expect, it } from 'vitest';
import { asksToConfirm, toConfirmPath, withoutToConfirm } from './to-confirm.ts';

it('[S4] the address of the list asks for it, once', () => {
  const { pathname, searchParams } = new URL(toConfirmPath('review-1' as ReviewId), 'http://hearth.example');
  expect(pathname).toBe('/reviews/review-1');
  expect(asksToConfirm(searchParams)).toBe(true);
  searchParams.set('find', 'labels');
  const rest = withoutToConfirm(searchParams);
  expect(asksToConfirm(rest)).toBe(false);
  expect(rest.get('find')).toBe('labels');
  expect(asksToConfirm(new URLSearchParams('beside=prompts'))).toBe(false);
});
