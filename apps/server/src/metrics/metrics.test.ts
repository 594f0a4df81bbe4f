import { addCard, openWriter } from '@hearth/board/operations';
import { api } from '@hearth/protocol/http/api';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../test/eventually.ts';
import { startHearth, type Browser, type TestHearth } from '../test/hearth.ts';
import { closeCodeOf, openBoard, openFacilitation } from '../test/sockets.ts';

const token = 'a-token-of-some-length';
const open: { close(): void }[] = [];
let hearth: TestHearth;
let owner: Browser;
let reviewId: ReviewId;
let url: string;

beforeAll(async () => {
  hearth = await startHearth();
  owner = await hearth.owner();
  url = await hearth.origin();
});
afterAll(() => hearth.stop());
beforeEach(async () => {
  reviewId = await hearth.review(owner);
});
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

const text = async (): Promise<string> => (await hearth.app.inject('/metrics')).body;
/** What stands behind a metric and its labels; 0 when it is not there. */
const valueOf = async (series: string): Promise<number> => {
  const line = (await text()).split('\n').find((candidate) => candidate.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? 0);
};
const enter = async () => {
  const board = openBoard(url, reviewId, owner);
  open.push(board);
  await board.synced;
  return board;
};

describe('the figures', () => {
  it("are in Prometheus' text format, each line a comment or a sample", async () => {
    const answer = await hearth.app.inject('/metrics');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    });
    const lines = answer.body.split('\n').filter((line) => line !== '');
    for (const line of lines) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{.+\})? (-?[\d.e+-]+|Nan|\+Inf))$/);
    for (const name of ['hearth_commit_seconds', 'nodejs_eventloop_lag_seconds', 'process_cpu_seconds_total'])
      expect(answer.body).toContain(`# TYPE ${name} `);
  });

  it('move when an edit becomes durable and is handed out', async () => {
    const series = ['hearth_commit_seconds_count', 'hearth_fan_out_seconds_count', 'hearth_committed_updates_total'];
    const before = await Promise.all(series.map(valueOf));
    const [rooms, uncompacted] = [await valueOf('hearth_rooms'), await valueOf('hearth_log_uncompacted_updates')];
    const { doc } = await enter();
    const card = { kind: 'learning', id: 'card-a' as CardId, text: 'Only for those in the room' } as const;
    addCard(openWriter(doc), card, { author: null, nowMs: 0 });
    await eventually(async () => {
      for (const [index, name] of series.entries()) expect(await valueOf(name)).toBeGreaterThan(before[index] ?? 0);
    });
    expect(await valueOf('hearth_rooms')).toBe(rooms + 1);
    expect(await valueOf('hearth_peers')).toBeGreaterThanOrEqual(1);
    expect(await valueOf('hearth_log_uncompacted_updates')).toBeGreaterThan(uncompacted);
    expect(await valueOf('hearth_rooms_not_saved')).toBe(0);
  });

  it.each([
    ['HEARTH_FRAME_REFUSED', Buffer.from([0, 2, 5, 255, 255, 255, 255, 255])],
    ['HEARTH_FRAME_REFUSED', 'text'],
    ['HEARTH_TOO_LARGE', Buffer.alloc(1_500_000)],
  ])('count a refused frame under %s', async (code, frame) => {
    const series = `hearth_frames_refused_total{code="${code}"}`;
    const before = await valueOf(series);
    await closeCodeOf(url, `/live/board/${reviewId}`, { origin: url, cookie: owner.cookie }, frame);
    expect(await valueOf(series)).toBe(before + 1);
  });

  it('count commands by kind and outcome', async () => {
    const channel = await openFacilitation(url, reviewId, owner);
    open.push(channel.socket);
    await channel.command({ kind: 'start' }, 0);
    await channel.command({ kind: 'start' }, 7);
    await channel.socket.emitWithAck('command', { command: { kind: 'no-such' } } as never);
    const commands = 'hearth_facilitation_commands_total';
    expect(await valueOf(`${commands}{kind="start",outcome="ok"}`)).toBe(1);
    expect(await valueOf(`${commands}{kind="start",outcome="HEARTH_CONFLICT"}`)).toBe(1);
    expect(await valueOf(`${commands}{kind="unread",outcome="HEARTH_BAD_REQUEST"}`)).toBe(1);
  });

  it('say that there is no Redis', async () => {
    expect(await valueOf('hearth_redis_up')).toBe(-1);
    expect(await valueOf('hearth_node_messages_total{fate="dropped"}')).toBe(0);
  });

  it('time work in other threads', async () => {
    const series = 'hearth_background_task_seconds_count{task="find-actions",outcome="done"}';
    const before = await valueOf(series);
    await owner.ask('POST', api.extract, { parameters: { reviewId } });
    expect(await valueOf(series)).toBe(before + 1);
  });

  it('name routes by their pattern, and nobody and nothing that was written', async () => {
    const guest = await hearth.guest(reviewId, 'participant', 'Guestname');
    await guest.ask('GET', api.review, { parameters: { reviewId } });
    await hearth.app.inject('/api/no-such-address');
    const all = await text();
    expect(all).toContain(
      'hearth_http_request_seconds_count{method="GET",route="/api/reviews/:reviewId",status="200"}',
    );
    expect(all).toContain('hearth_http_request_seconds_count{method="GET",route="none",status="404"}');
    for (const secret of [reviewId, 'Guestname', 'Labels stopped', 'Only for those', 'no-such', guest.linkId])
      expect(all).not.toContain(secret);
  });
});

describe('who may see them', () => {
  const ask = async (server: TestHearth, remoteAddress: string, headers: Record<string, string> = {}) =>
    (await server.app.inject({ url: '/metrics', remoteAddress, headers })).statusCode;

  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('this machine: %s', async (address) => {
    expect(await ask(hearth, address)).toBe(200);
  });

  it.each([
    ['192.0.2.7', {}],
    ['::ffff:192.0.2.7', {}],
    ['2001:db8::1', {}],
    ['192.0.2.7', { authorization: `Bearer ${token}` }],
    ['127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }],
    ['127.0.0.1', { forwarded: 'for=192.0.2.7' }],
  ])('nobody from elsewhere: %s %o', async (remoteAddress, headers) => {
    const answer = await hearth.app.inject({ url: '/metrics', remoteAddress, headers });
    expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'HEARTH_NOT_FOUND' }]);
  });

  it('with a token, whoever shows it, and nobody else', async () => {
    const guarded = await startHearth({ metricsToken: token });
    expect(await ask(guarded, '192.0.2.7', { authorization: `Bearer ${token}` })).toBe(200);
    for (const authorization of ['', 'Bearer ', `Bearer ${token}x`, `Basic ${token}`, token])
      expect(await ask(guarded, '127.0.0.1', { authorization })).toBe(404);
    await guarded.stop();
  });
});
