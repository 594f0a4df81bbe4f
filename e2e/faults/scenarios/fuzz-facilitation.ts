// Packets of any type, size and order on the facilitation channel, with and without a wish for an answer.
import { errors } from '@hearth/protocol/errors';
import { facilitationPath } from '@hearth/protocol/facilitation-path';
import type { CommandAnswer } from '@hearth/protocol/facilitation';
import { facilitationCommandKinds } from '@hearth/review/facilitation/command';
import { zones } from '@hearth/review/templates/template';
import { reactions } from '@hearth/protocol/reactions';
import type { Random } from '@hearth/sync/test/random';
import WebSocket from 'ws';
import { openRawFacilitation } from '../../raw-connections.ts';
import { openEmbedded, stageOf } from '../embedded.ts';
import { Violation } from '../meeting.ts';
import type { Scenario } from '../scenario.ts';
import { spoilt, wildValue } from '../schema-values.ts';
import { pause } from '../waiting.ts';

const connections = 15;
const packetsOfAConnection = 30;

const command = (random: Random): unknown => ({
  command: {
    kind: random.pick(facilitationCommandKinds),
    minutes: random.pick([1, 5]),
    ready: random.chance(0.5),
    raised: random.chance(0.5),
    participantId: 'somebody',
    stageIndex: random.between(0, 9),
    yes: random.chance(0.5),
    to: 'somebody',
    zone: random.pick(zones),
    locked: random.chance(0.5),
    pace: random.pick(['slower', 'faster', null]),
    purpose: 'round',
    question: wildText(random),
    order: ['somebody', 'somebody'],
    of: 'somebody',
    on: 'factors',
    dots: random.between(0, 10),
    anonymous: random.chance(0.5),
    voteId: random.between(0, 30),
    cardId: random.pick(['factor-0001', '__proto__', 'constructor']),
    id: random.pick(['decision-0001', '__proto__', 'toString']),
    text: wildText(random),
    item: wildText(random),
    done: random.chance(0.5),
    attribution: 'anonymous',
  },
  expectedVersion: random.pick([0, 1, 2, 2 ** 53]),
});

const wildText = (random: Random): string =>
  random.pick([
    'Yes.',
    '\ud800',
    'a\u0000b\u202e\ufeff',
    '<script>alert(1)</script>',
    'x'.repeat(60),
    '障'.repeat(500),
  ]);

type Packet = (random: Random, id: string) => string | Buffer;

const json = (value: unknown): string => JSON.stringify(value) ?? '';

/** Events of socket.io: read, and refused one by one. */
const events: readonly Packet[] = [
  (random, id) => `42${id}${json(['command', command(random)])}`,
  (random, id) => `42${id}${json(['command', spoilt(command(random), random)])}`,
  (random, id) => `42${id}${json(['react', { reaction: random.pick([...reactions, 'boo']) }])}`,
  (random, id) =>
    `42${id}${json(['command', ...Array.from({ length: random.between(0, 5) }, () => wildValue(random))])}`,
  (random, id) =>
    `42${id}${json([random.pick(['command', 'clock', 'react', 'drafting', '__proto__', 'constructor', '']), wildValue(random)])}`,
  (random, id) => `43${id}${json([command(random)])}`,
];

/** What is none: most of it ends the connection. */
const nonsense: readonly Packet[] = [
  (random) => Buffer.from([random.between(0, 255), 1, 2]),
  (random) => random.pick(['', '0', '1', '2', '3', '4', '5', '6', '7', '9', '2probe', '3probe', '\ud800']),
  (random) => `4${random.between(0, 9)}${json(wildValue(random))}`,
  (_, id) => `42${id}["command"`,
  (random) =>
    random.pick(['451-["command",{"_placeholder":true,"num":0}]', '45999999-["x"]', '461-7[]', '42/else,["x"]']),
  (random, id) => `42${id}${json([random.pick(['disconnect', 'connect', 'error', 'disconnecting']), 1])}`,
  (random, id) => `42${id}${json(wildValue(random))}`,
];

/** Of engine.io and socket.io: type digits, then JSON. */
const packetFor = (random: Random, polite: boolean): string | Buffer =>
  random.pick(polite ? events : nonsense)(random, random.pick(['', '1', '7', '99999999999999999999']));

const problemOf = (answer: CommandAnswer | number): string | null => {
  if (typeof answer === 'number' || answer.ok) return null;
  return Object.hasOwn(errors, answer.code) && answer.advice !== '' ? null : JSON.stringify(answer);
};

export const fuzzFacilitation: Scenario = {
  name: 'fuzz-facilitation',
  claim: 'no packet on the facilitation channel, whatever its type, size or order, harms the server or others',
  rounds: { short: 1, long: 200 },
  setUp: async (first) => {
    const embedded = await openEmbedded({ random: first });
    const { node, meeting } = embedded;
    let sent = 0;
    let answers = 0;
    return stageOf(
      embedded,
      async ({ random, round }) => {
        if (round % 10 === 0 || meeting.scribes.length === 0) await meeting.newBoard(2);
        const witness = await openRawFacilitation(node.url, meeting.reviewId, meeting.guestCookie());
        await meeting.writeUntil(20, async () => {
          for (let connection = 0; connection < connections; connection++) {
            const cookie = random.chance(0.9) ? meeting.guestCookie() : '';
            const address = `${node.url.replace('http', 'ws')}${facilitationPath}/?EIO=4&transport=websocket`;
            const socket = new WebSocket(address, { headers: { cookie, origin: node.url } });
            socket.on('error', () => undefined);
            const wrong: string[] = [];
            socket.on('message', (data: Buffer) => {
              const [, body] = /^43\d+(.*)$/s.exec(data.toString()) ?? [];
              if (body === undefined) return;
              answers += 1;
              const problem = problemOf((JSON.parse(body) as [CommandAnswer | number])[0]);
              if (problem !== null) wrong.push(problem);
            });
            await new Promise((resolve) => socket.once('open', resolve).once('close', resolve));
            if (random.chance(0.9)) socket.send(`40${JSON.stringify({ reviewId: meeting.reviewId })}`);
            const polite = random.chance(0.6);
            if (polite) await pause(30);
            for (let more = packetsOfAConnection; more > 0 && socket.readyState === WebSocket.OPEN; more--) {
              socket.send(packetFor(random, polite));
              sent += 1;
              if (random.chance(0.3)) await pause(1);
            }
            await pause(15);
            socket.terminate();
            if (wrong.length > 0) throw new Violation(`answered with ${wrong[0]}`);
          }
        });
        const answered = await Promise.race([
          witness.command({ command: { kind: 'hand', raised: round % 2 === 0 }, expectedVersion: witness.version() }),
          pause(5_000).then(() => null),
        ]);
        if (answered === null) throw new Violation('somebody honest is not answered any more');
        witness.close();
        await meeting.judgeSettled();
      },
      () => `; ${sent} packets, ${answers} answers`,
    );
  },
};
