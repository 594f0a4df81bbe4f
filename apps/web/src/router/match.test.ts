import { describe, expect, it } from 'vitest';
import { firstMatch, matchPath } from './match.ts';

describe('addresses', () => {
  it('takes the names of a pattern out of an address, decoded', () => {
    expect(matchPath('reviews/:reviewId/history', '/reviews/a%20b/history')).toEqual({ reviewId: 'a b' });
    expect(matchPath('reviews/:reviewId', '/reviews/a/')).toEqual({ reviewId: 'a' });
    expect(matchPath('', '/')).toEqual({});
  });

  it.each([
    ['reviews/:reviewId', '/reviews'],
    ['reviews/:reviewId', '/reviews/a/history'],
    ['reviews/new', '/Reviews/new'],
    ['actions', '/'],
    ['p/:slug', '/p/%E0%A4%A'],
  ])('does not take %s for %s', (pattern, pathname) => {
    expect(matchPath(pattern, pathname)).toBeNull();
  });

  it('takes the first that matches, and `*` for what nothing else does', () => {
    const routes = [{ path: 'reviews/new' }, { path: 'reviews/:reviewId' }, { path: '*' }];
    expect(firstMatch(routes, '/reviews/new')?.route.path).toBe('reviews/new');
    expect(firstMatch(routes, '/reviews/r1')?.params).toEqual({ reviewId: 'r1' });
    expect(firstMatch(routes, '/elsewhere/at/all')?.route.path).toBe('*');
    expect(firstMatch(routes.slice(0, 1), '/elsewhere')).toBeNull();
  });
});
