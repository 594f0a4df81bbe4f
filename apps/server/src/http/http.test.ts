import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { api } from '@hearth/protocol/http/api';
import { StoreError, type StoreFailure } from '@hearth/store/store-error';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incident, startHearth, type Browser, type TestHearth } from '../test/hearth.ts';

let hearth: TestHearth;
let owner: Browser;

beforeAll(async () => {
  hearth = await startHearth();
  owner = await hearth.owner();
});
afterAll(() => hearth.stop());

describe('refusals', () => {
  it('answers an unknown address of the API', async () => {
    const answer = await hearth.app.inject({ url: '/api/nothing', headers: { accept: 'text/html' } });
    expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'HEARTH_NOT_FOUND' }]);
  });

  it('answers an address that can not be decoded', async () => {
    const answer = await hearth.app.inject({ url: '/api/reviews/%ff%fe' });
    expect([answer.statusCode, answer.json()]).toMatchObject([400, { code: 'HEARTH_BAD_REQUEST' }]);
  });

  it.each([
    ['broken JSON', '{"title":', 400, 'HEARTH_BAD_REQUEST'],
    ['an empty body', '', 400, 'HEARTH_BAD_REQUEST'],
    ['a body that is too large', JSON.stringify({ title: 'x'.repeat(300_000) }), 413, 'HEARTH_TOO_LARGE'],
    ['a poisoned object', '{"__proto__":{"admin":true}}', 400, 'HEARTH_BAD_REQUEST'],
  ])('answers %s', async (_, raw, status, code) => {
    const answer = await owner.ask('POST', api.reviews, { raw });
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
  });

  it('answers a body of another type', async () => {
    const answer = await owner.ask('POST', api.reviews, { raw: '<xml/>', headers: { 'content-type': 'text/xml' } });
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'HEARTH_BAD_REQUEST' }]);
  });

  it('answers what is no HTTP', async () => {
    const { port } = new URL(await hearth.origin());
    const answered = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('FETCH me a cup of tea\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });
    const [head = '', body = ''] = answered.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/json/);
    expect(JSON.parse(body)).toMatchObject({ code: 'HEARTH_BAD_REQUEST' });
  });

  it('names fields by their path in the body', async () => {
    const body = { ...incident, title: '', links: [{ label: 'x', url: 'javascript:alert(1)' }] };
    const answer = await owner.ask('POST', api.reviews, { body });
    expect(answer.body).toMatchObject({
      fields: { title: 'Give the incident a title.', 'links.0.url': 'A link begins with https:// or http://.' },
    });
  });
});

describe('a store that fails', () => {
  it.each<[StoreFailure, number, string]>([
    ['full', 507, 'HEARTH_STORE_FULL'],
    ['failed', 503, 'HEARTH_UNAVAILABLE'],
    ['closed', 503, 'HEARTH_UNAVAILABLE'],
  ])('%s is told with %i %s, without its insides', async (reason, status, code) => {
    const broken = await startHearth({
      wrap: (store) => ({
        ...store,
        ready: () => Promise.reject(new StoreError(reason, 'insides')),
        reviews: { ...store.reviews, list: () => Promise.reject(new StoreError(reason, 'insides')) },
      }),
    });
    const answer = await (await broken.owner()).ask('GET', api.reviews);
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
    expect(answer.text).not.toMatch(/insides|\bat /);
    const ready = await broken.app.inject('/readyz');
    expect([ready.statusCode, ready.json()]).toMatchObject([503, { code: 'HEARTH_UNAVAILABLE' }]);
    expect((await broken.app.inject('/healthz')).statusCode).toBe(200);
    await broken.stop();
  });

  it('a bug is told as one, and logged without what people wrote', async () => {
    const broken = await startHearth({
      wrap: (store) => ({
        ...store,
        reviews: { ...store.reviews, create: (review) => Promise.reject(new Error(`no ${review.incident.title}`)) },
      }),
    });
    const answer = await (
      await broken.owner()
    ).ask('POST', api.reviews, { body: { ...incident, title: 'Secret title' } });
    expect([answer.status, answer.body]).toMatchObject([500, { code: 'HEARTH_INTERNAL' }]);
    const logged = broken.logged.join('');
    expect(logged).toContain('HEARTH_INTERNAL');
    expect(logged).not.toContain('Secret title');
    await broken.stop();
  });
});

describe('what is logged', () => {
  it('names routes by their pattern, and no ids, names or secrets', async () => {
    const reviewId = await hearth.review(owner, 'A title of ours');
    const guest = await hearth.guest(reviewId, 'participant', 'Guestname');
    await guest.ask('GET', api.review, { parameters: { reviewId } });
    await hearth.app.inject(`/api/publications/some-${'A'.repeat(22)}?token=abcdef`);
    const logged = hearth.logged.join('');
    expect(logged).toContain('"route":"/api/reviews/:reviewId"');
    for (const secret of [reviewId, 'Guestname', 'A title of ours', guest.secret, guest.cookie.slice(15), 'abcdef'])
      expect(logged).not.toContain(secret);
  });
});

describe('headers', () => {
  it('let a page load its own things only', async () => {
    const { headers } = await hearth.app.inject({ url: '/healthz', headers: { host: 'hearth.test:4310' } });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("connect-src 'self' ws://hearth.test:4310 wss://hearth.test:4310");
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
  });

  it('keep answers of the API out of caches', async () => {
    expect((await owner.ask('GET', api.session)).headers['cache-control']).toBe('no-store');
  });
});

describe('the description of the API', () => {
  it('is an OpenAPI document with every schema in it', async () => {
    const document: unknown = (await hearth.app.inject('/docs/json')).json();
    expect(document).toMatchObject({
      openapi: '3.1.0',
      paths: {
        '/api/reviews': {
          post: {
            requestBody: { content: { 'application/json': { schema: { properties: { title: { type: 'string' } } } } } },
            responses: { 201: {}, '4XX': {}, '5XX': {} },
          },
        },
      },
    });
  });

  it('has a page that loads from here', async () => {
    const page = await hearth.app.inject('/docs');
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/(src|href)="https?:/);
    expect((await hearth.app.inject('/docs/static/swagger-ui-bundle.js')).statusCode).toBe(200);
  });
});

describe('the web application', () => {
  const page = { accept: 'text/html' };

  it('says what to do when it is not built', async () => {
    const answer = await hearth.app.inject({ url: '/', headers: page });
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('npm start');
  });

  it('is one page for every address, with assets for ever', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'hearth-web-'));
    await mkdir(path.join(folder, 'assets'));
    await writeFile(path.join(folder, 'index.html'), '<p>Hearth</p>');
    await writeFile(path.join(folder, 'assets', 'main-abc123.js'), `export const many = '${'x'.repeat(3000)}';`);
    const built = await startHearth({ webFolder: folder });
    for (const url of ['/', '/reviews/anything', '/join', '/published/a-slug']) {
      const answer = await built.app.inject({ url, headers: page });
      expect([answer.statusCode, answer.body]).toEqual([200, '<p>Hearth</p>']);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    const asset = await built.app.inject({ url: '/assets/main-abc123.js', headers: { 'accept-encoding': 'gzip' } });
    expect(asset.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
    });
    const gone = await built.app.inject({ url: '/assets/main-old.js', headers: page });
    expect([gone.statusCode, gone.json()]).toMatchObject([404, { code: 'HEARTH_NOT_FOUND' }]);
    const outside = await built.app.inject({ url: '/..%2f..%2fpackage.json' });
    expect(outside.statusCode).toBeGreaterThanOrEqual(400);
    const posted = await built.app.inject({ method: 'POST', url: '/reviews', headers: page });
    expect(posted.statusCode).toBe(404);
    await built.stop();
    await rm(folder, { recursive: true });
  });
});
