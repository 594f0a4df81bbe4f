import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processTable, withDescendants } from './process-tree.mjs';

test('children of children are found, in whatever order the table has them', () => {
  const table = new Map([
    [40, { ppid: 30 }],
    [30, { ppid: 20 }],
    [20, { ppid: 1 }],
    [50, { ppid: 1 }],
  ]);
  assert.deepEqual(withDescendants([20], table), new Set([20, 30, 40]));
});

test('this process and its parent are in the table', { skip: process.platform === 'win32' }, () => {
  assert.equal(processTable().get(process.pid)?.ppid, process.ppid);
});
