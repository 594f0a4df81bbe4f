// The process that the kill test kills: appends to the log and prints every acknowledged entry. Arguments: path.
import { openSqliteStore } from './open.ts';

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: append-until-killed.ts <path>');
const store = await openSqliteStore({ path });

const write = async (writer: number): Promise<never> => {
  for (let count = 0; ; count += 1) {
    const document = `board/${(writer + count) % 3}`;
    const marker = `${process.pid}:${writer}:${count}`;
    const update = new TextEncoder().encode(marker);
    const [seq] = await store.updateLog.append([{ document, update, atMs: Date.now(), writers: [] }]);
    process.stdout.write(`${document} ${seq} ${marker}\n`);
  }
};
await Promise.all([0, 1, 2, 3].map(write));
