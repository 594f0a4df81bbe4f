import { expect, it } from 'vitest';
import { hostOf } from './host.ts';

it('[B62] tells the host that the network goes to', () => {
  expect(hostOf('https://graphs.example:8443/panel?x=1')).toBe('graphs.example:8443');
  // The first letter is Cyrillic.
  expect(hostOf('https://аpple.com/login')).toBe('xn--pple-43d.com');
  expect(hostOf('https://graphs.example@evil.example/')).toBe('evil.example');
  expect(hostOf(`https://a.example/${'x'.repeat(1_900)}`)).toBe('a.example');
});

it('[B62] knows no host of what is no address of the web', () => {
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,<b>',
    'file:///etc/passwd',
    'https://',
    '',
    'not an address',
  ])
    expect(hostOf(url)).toBeNull();
});
