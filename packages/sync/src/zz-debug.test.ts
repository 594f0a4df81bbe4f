import { test } from 'vitest';
import * as Y from 'yjs';
import { syncSteps } from '@hearth/protocol/sync';
import { Table } from './test/table.ts';
import { randomFrom } from './test/random.ts';
import { recordSession } from './test/real-session.ts';
import { mutatedFrame } from './test/mutate.ts';
import { syncFrame } from './test/replica.ts';
const framesOfARound = 200;
test('x', async () => {
  const seed = Number(process.env.SEED);
  const random = randomFrom(seed);
  const table = new Table();
  const [ada, ben] = [await table.join('ada'), await table.join('ben')];
  ada.text.insert(0, 'before ');
  await table.settle(ada, ben);
  const others = [ada.doc.clientID, ben.doc.clientID];
  if (random.chance(0.5)) ben.text.insert(0, 'too ');
  const updates = recordSession(random, framesOfARound);
  let honest = 0;
  let socket = table.connect('mallory');
  await table.clock.settle();
  const snap = (doc: Y.Doc) => JSON.stringify([doc.getText('t').toDelta(), Y.snapshot(doc).ds.clients.size, [...Y.snapshot(doc).ds.clients].map(([c, r]) => [c, r.map((x) => [x.clock, x.len])]).sort(), [...Y.snapshot(doc).sv].sort()], (_, v) => typeof v === 'bigint' ? String(v) : v);
  for (let frame = 0; frame < framesOfARound; frame++) {
    if (socket.closedWith !== null) { socket.terminate(); socket = table.connect('mallory'); await table.clock.pass(1_000); }
    const next = updates[honest] ?? new Uint8Array();
    const isHonest = random.chance(0.15);
    if (isHonest) honest += 1;
    const bytes = isHonest ? syncFrame(syncSteps.update, next) : mutatedFrame(next, updates, random, others);
    const before = (await table.log.stored.load('board/r1')).updates.length;
    const docBefore = await table.stored();
    socket.deliver(bytes);
    await table.clock.settle();
    if (frame % 10 === 0) random.pick([ada, ben]).text.insert(0, `${frame} `);
    await table.settle(ada, ben);
    const stored = await table.stored();
    const fresh = await table.join('n' + frame);
    const all = [ada.doc, ben.doc, fresh.doc].map((d) => snap(d) === snap(stored));
    fresh.lose();
    if (all.includes(false)) {
      console.log('frame', frame, 'equal:', all, 'honest', isHonest);
      const { updates: us } = await table.log.stored.load('board/r1');
      for (const u of us.slice(before)) console.log('logged', JSON.stringify(Y.decodeUpdate(u.update).structs.map((s) => [s.constructor.name, s.id, s.length, s.origin, s.rightOrigin, String(s.parent && s.parent.constructor === String ? s.parent : JSON.stringify(s.parent)), s.parentSub, s.content?.constructor.name, s.content?.str ?? s.content?.key ?? s.content?.arr])), JSON.stringify([...Y.decodeUpdate(u.update).ds.clients]));
      try { const d = Y.decodeUpdate(bytes.slice(3)); console.log('sent', bytes.slice(0,4), JSON.stringify(d.structs.map((s) => [s.constructor.name, s.id, s.length, s.origin, s.rightOrigin, s.content?.constructor.name])), JSON.stringify([...d.ds.clients])); } catch (e) { console.log(String(e), Buffer.from(bytes).toString('hex')); }
      console.log('stored', snap(stored).slice(-900)); console.log('ada', snap(ada.doc).slice(-900)); console.log('fresh', snap(fresh.doc).slice(-900));
      console.log(Y.diffUpdate ? '' : '');
      const text = docBefore; void text;
      for (const u of us) for (const x of Y.decodeUpdate(u.update).structs) if ((x.id.client === 1550439521 && x.id.clock < 2) || (x.id.client === 1085445975 && x.id.clock <= 30 && x.id.clock + x.length > 28)) console.log('piece', u.seq, JSON.stringify([x.constructor.name, x.id, x.length, x.origin, x.rightOrigin, String(x.parent), x.parentSub, x.content?.constructor.name, x.content?.str, x.content?.type?.constructor.name]));
      break;
    }
  }
});
