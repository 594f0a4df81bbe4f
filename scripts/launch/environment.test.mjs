import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { childEnvironment } from './environment.mjs';

test("npm's own settings stay behind, what anybody else set passes", () => {
  const env = childEnvironment({
    npm_config_nodedir: '/x',
    npm_lifecycle_event: 'start',
    npm_execpath: '/x',
    PORT: '1',
    HEARTH_DATA: 'd',
  });
  assert.deepEqual(
    Object.keys(env).filter((name) => name.startsWith('npm_')),
    [],
  );
  assert.equal(env.PORT, '1');
  assert.equal(env.HEARTH_DATA, 'd');
});

test('the way to the registry passes, for npm and for pnpm', () => {
  const env = childEnvironment({
    npm_config_registry: 'http://a.test/',
    npm_config_https_proxy: 'http://p.test/',
    npm_config_cafile: '/ca',
  });
  assert.equal(env.npm_config_registry, 'http://a.test/');
  assert.equal(env.pnpm_config_registry, 'http://a.test/');
  assert.equal(env.pnpm_config_https_proxy, 'http://p.test/');
  assert.equal(env.pnpm_config_cafile, '/ca');
});

test("what was set for pnpm itself wins over npm's setting", () => {
  const env = childEnvironment({ pnpm_config_registry: 'http://b.test/', npm_config_registry: 'http://a.test/' });
  assert.equal(env.pnpm_config_registry, 'http://b.test/');
});

test('our folders come first on PATH, under the name that the host uses for it', () => {
  const env = childEnvironment({ Path: 'c' }, ['a', 'b']);
  assert.equal(env.Path, ['a', 'b', 'c'].join(path.delimiter));
  assert.equal(env.PATH, undefined);
});
