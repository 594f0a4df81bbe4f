import { describe, expect, it } from 'vitest';
import { createNavigation, type NavigationWindow } from './navigation.ts';

/** A browser's history: entries, a place in them, and popstate events that come when it is moved. */
const createWindow = (href = 'https://hearth.example/') => {
  const entries: { href: string; state: unknown }[] = [{ href, state: null }];
  let at = 0;
  const listeners: (() => void)[] = [];
  const url = () => new URL(entries[at]?.href ?? href);
  const go = (steps = 0) => {
    at = Math.min(Math.max(at + steps, 0), entries.length - 1);
    for (const listener of listeners) listener();
  };
  const window: NavigationWindow = {
    location: {
      get href() {
        return url().href;
      },
      get pathname() {
        return url().pathname;
      },
      get search() {
        return url().search;
      },
      get hash() {
        return url().hash;
      },
      get origin() {
        return url().origin;
      },
    },
    history: {
      get state(): unknown {
        return entries[at]?.state;
      },
      pushState: (state, _, to) => {
        entries.splice(at + 1, entries.length, { href: new URL(String(to), url()).href, state });
        at += 1;
      },
      replaceState: (state, _, to) => {
        entries[at] = { href: to === undefined ? url().href : new URL(String(to), url()).href, state };
      },
      go,
    },
    addEventListener: (_, listener) => listeners.push(listener),
  };
  const followFragment = (hash: string) => {
    entries.splice(at + 1, entries.length, { href: new URL(hash, url()).href, state: null });
    go(1);
  };
  return { window, go, followFragment, length: () => entries.length };
};

const start = (href?: string) => {
  const browser = createWindow(href);
  let keys = 0;
  const navigation = createNavigation(browser.window, () => `k${(keys += 1)}`);
  const seen: string[] = [];
  navigation.subscribe(() => seen.push(navigation.current().pathname));
  return { browser, navigation, seen };
};

describe('going elsewhere', () => {
  it('goes to an address with what is handed over, and back', () => {
    const { browser, navigation, seen } = start();
    navigation.navigate('/reviews/a/import?x=1', { state: { text: 'T' } });
    expect(navigation.current()).toMatchObject({ pathname: '/reviews/a/import', search: '?x=1', state: { text: 'T' } });
    browser.go(-1);
    expect(navigation.current()).toMatchObject({ pathname: '/', state: null, by: 'pop' });
    browser.go(1);
    expect(navigation.current().state).toEqual({ text: 'T' });
    expect(seen).toEqual(['/reviews/a/import', '/', '/reviews/a/import']);
  });

  it('replaces an entry instead of adding one', () => {
    const { browser, navigation } = start('https://hearth.example/join');
    navigation.navigate('/reviews/a', { replace: true });
    expect(browser.length()).toBe(1);
    expect(navigation.current()).toMatchObject({ pathname: '/reviews/a', by: 'replace' });
  });

  it('takes a link to a place in the page for an entry of its own', () => {
    const { browser, navigation } = start();
    browser.followFragment('#main');
    expect(navigation.current()).toMatchObject({ pathname: '/', hash: '#main' });
    navigation.navigate('/actions');
    browser.go(-2);
    expect(navigation.current()).toMatchObject({ pathname: '/', hash: '' });
  });
});

describe('holding back', () => {
  const held = (from: { pathname: string }, to: { pathname: string }) => from.pathname !== to.pathname;

  it('stays until whoever is asked says to go', () => {
    const { navigation } = start('https://hearth.example/reviews/a');
    let proceed = (): void => undefined;
    const off = navigation.guard({ holds: held, heldBack: (go) => (proceed = go) });
    navigation.navigate('/');
    expect(navigation.current().pathname).toBe('/reviews/a');
    proceed();
    expect(navigation.current().pathname).toBe('/');
    off();
    navigation.navigate('/actions');
    expect(navigation.current().pathname).toBe('/actions');
  });

  it('puts the address back when the way is the back button, and goes there when told to', () => {
    const { browser, navigation, seen } = start();
    navigation.navigate('/reviews/a');
    let proceed: (() => void) | null = null;
    navigation.guard({ holds: held, heldBack: (go) => (proceed = go) });
    browser.go(-1);
    expect(browser.window.location.pathname).toBe('/reviews/a');
    expect(navigation.current().pathname).toBe('/reviews/a');
    expect(seen).toEqual(['/reviews/a']);
    (proceed as (() => void) | null)?.();
    expect(browser.window.location.pathname).toBe('/');
    expect(navigation.current().pathname).toBe('/');
  });

  it('lets a change within the page pass', () => {
    const { navigation } = start('https://hearth.example/actions');
    navigation.guard({ holds: held, heldBack: () => expect.fail('held back') });
    navigation.navigate('/actions?whose=mine', { replace: true });
    expect(navigation.current().search).toBe('?whose=mine');
  });
});
