// The address of a review with its list "To confirm" open: beside the board, or below it on a phone. Pure.
import type { ReviewId } from '@hearth/review/ids';

const name = 'beside';
const value = 'to-confirm';

export const toConfirmPath = (reviewId: ReviewId): string => `/reviews/${reviewId}?${name}=${value}`;
export const asksToConfirm = (parameters: URLSearchParams): boolean => parameters.get(name) === value;

/** What is left of the address once the list is shown: whoever reloads, or shares it, is not asked there again. */
export const withoutToConfirm = (parameters: URLSearchParams): URLSearchParams => {
  const rest = new URLSearchParams(parameters);
  rest.delete(name);
  return rest;
};
