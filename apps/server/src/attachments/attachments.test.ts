// Files on cards over HTTP. Rules: SPEC U1-U5, G1-G4, D1, S1-S3.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { attachFile, addCard, openWriter } from '@hearth/board/operations';
import type { CardFile } from '@hearth/board/cards';
import { api } from '@hearth/protocol/http/api';
import { attachmentLimits } from '@hearth/protocol/http/attachment-limits';
import type { AttachmentId, CardId, ReviewId } from '@hearth/review/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '../live/boards.ts';
import { startHearth, type Answer, type Browser, type TestHearth } from '../test/hearth.ts';
import { gif, png } from '../test/pictures.ts';
import { folderContents } from './folder-contents.ts';

const dayMs = 86_400_000;
const picture = 'picture-0001' as AttachmentId;

let hearth: TestHearth;
let folder: string;
let owner: Browser;
let mara: Browser & { linkId: string };
let reviewId: ReviewId;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-files-'));
  hearth = await startHearth({ contents: folderContents(folder) });
  owner = await hearth.owner();
  reviewId = await hearth.review(owner);
  mara = await hearth.guest(reviewId, 'participant');
});
afterEach(async () => {
  await hearth.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Given {
  id?: string;
  name?: string;
  review?: string;
  path?: typeof api.attachment | typeof api.attachmentThumbnail;
  headers?: Record<string, string>;
}
const upload = (who: Browser, content: Buffer, { id = picture, name = 'graph.png', ...given }: Given = {}) =>
  who.ask('PUT', given.path ?? api.attachment, {
    parameters: { reviewId: given.review ?? reviewId, attachmentId: id },
    raw: content,
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
      ...given.headers,
    },
  });
const ask = (who: Browser, method: 'GET' | 'DELETE', id: string = picture, headers: Record<string, string> = {}) =>
  who.ask(method, api.attachment, { parameters: { reviewId, attachmentId: id }, headers });
const code = ({ status, body }: Answer): unknown => [status, (body as { code?: string } | null)?.code];
/** All contents that there are, without what is only being received. */
const contents = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe('adding a file', () => {
  it('[U3] gives it to everybody who may read the review, byte for byte', async () => {
    const content = Buffer.concat([png(40, 30), Buffer.from([0, 255, 13, 10])]);
    const added = await upload(mara, content, { name: '../Größe 🔥.png' });
    expect([added.status, added.body]).toEqual([
      200,
      { id: picture, name: 'Größe 🔥.png', type: 'image/png', bytes: 37, width: 40, height: 30, thumbnail: false },
    ]);
    const observer = await hearth.guest(reviewId, 'observer');
    for (const reader of [mara, owner, observer]) {
      const answer = await ask(reader, 'GET');
      expect([answer.status, answer.bytes]).toEqual([200, content]);
    }
  });

  it('[U3] again gives what is there, whatever is sent; under another’s id nothing is added', async () => {
    await upload(mara, png(40, 30));
    const again = await upload(mara, gif(1, 1), { name: 'another.gif' });
    expect(again.body).toMatchObject({ name: 'graph.png', type: 'image/png' });
    expect(code(await upload(owner, gif(1, 1)))).toEqual([409, 'HEARTH_CONFLICT']);
    expect(await contents()).toHaveLength(1);
  });

  it('[U3] is for those who write, in their review', async () => {
    const another = await hearth.guest(await hearth.review(owner, 'Another'), 'co-facilitator');
    const observer = await hearth.guest(reviewId, 'observer');
    expect(code(await upload(hearth.browser(), png(4, 3)))).toEqual([401, 'HEARTH_SIGN_IN_REQUIRED']);
    expect(code(await upload(another, png(4, 3)))).toEqual([404, 'HEARTH_NOT_FOUND']);
    expect(code(await upload(observer, png(4, 3)))).toEqual([403, 'HEARTH_OBSERVERS_ONLY_READ']);
    expect(await contents()).toEqual([]);
  });

  it('[U1] refuses by the length before it reads, and stops where a body is longer than it said', async () => {
    const refused = await upload(mara, png(4, 3), { headers: { 'content-length': String(attachmentLimits.file + 1) } });
    expect(code(refused)).toEqual([413, 'HEARTH_ATTACHMENT_TOO_LARGE']);
    const response = await fetch(`${await hearth.origin()}/api/reviews/${reviewId}/attachments/${picture}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', cookie: mara.cookie },
      body: new Blob([png(4, 3), new Uint8Array(attachmentLimits.file)]).stream(),
      duplex: 'half',
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      413,
      'HEARTH_ATTACHMENT_TOO_LARGE',
    ]);
    expect(await contents()).toEqual([]);
  });

  it('[U1] takes 20 MB', async () => {
    const whole = Buffer.concat([png(40, 30), Buffer.alloc(attachmentLimits.file - 33)]);
    expect((await upload(mara, whole)).body).toMatchObject({ type: 'image/png', bytes: attachmentLimits.file });
  });

  it('[U5] refuses what is empty, of another kind of body, or strangely called', async () => {
    expect(code(await upload(mara, Buffer.alloc(0)))).toEqual([422, 'HEARTH_ATTACHMENT_EMPTY']);
    const json = await upload(mara, Buffer.from('{}'), { headers: { 'content-type': 'application/json' } });
    expect(json.status).toBe(422);
    const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await upload(mara, Buffer.from('--x--'), { headers: multipart })).status).toBe(400);
    expect((await upload(mara, png(4, 3), { headers: { 'x-file-name': '%' } })).status).toBe(400);
    expect((await upload(mara, png(4, 3), { id: '../../etc' })).status).toBe(404);
    expect(await contents()).toEqual([]);
  });
});

describe('a small version', () => {
  const small = { path: api.attachmentThumbnail };
  const getSmall = (who: Browser) =>
    who.ask('GET', api.attachmentThumbnail, { parameters: { reviewId, attachmentId: picture } });

  it('[U4] belongs to a picture of one’s own, and is added once', async () => {
    await upload(mara, png(400, 300));
    expect((await getSmall(mara)).status).toBe(404);
    expect(code(await upload(owner, png(40, 30), small))).toEqual([404, 'HEARTH_NOT_FOUND']);
    expect((await upload(mara, png(40, 30), small)).body).toMatchObject({ thumbnail: true });
    expect((await upload(mara, gif(1, 1), small)).status).toBe(200);
    const answer = await getSmall(owner);
    expect([answer.headers['content-type'], answer.bytes]).toEqual(['image/png', png(40, 30)]);
  });

  it.each([
    ['a text', Buffer.from('hello')],
    ['too many pixels', png(641, 10)],
    ['too many bytes', Buffer.concat([png(10, 10), Buffer.alloc(attachmentLimits.thumbnail)])],
  ])('[U4] [U5] refuses %s', async (_, content) => {
    await upload(mara, png(400, 300));
    const { status, body } = await upload(mara, content, small);
    expect([status, body]).toMatchObject([422, { code: 'HEARTH_THUMBNAIL_REFUSED' }]);
    expect(await contents()).toHaveLength(1);
  });
});

describe('giving a file out', () => {
  it.each([
    ['a picture', gif(1, 1), 'a.html', 'image/gif', /^inline; /],
    [
      'SVG with a script',
      Buffer.from('<svg><script>1</script></svg>'),
      'a.svg',
      'application/octet-stream',
      /^attachment; /,
    ],
    ['HTML', Buffer.from('<!doctype html><script>1</script>'), 'a.html', 'application/octet-stream', /^attachment; /],
    ['a log', Buffer.from('14:24 stopped'), 'a.log', 'text/plain; charset=utf-8', /^attachment; /],
    ['a picture too large to draw', png(60_000, 60_000), 'a.png', 'application/octet-stream', /^attachment; /],
  ])('[G2] %s', async (_, content, name, type, disposition) => {
    await upload(mara, content, { name });
    const { headers } = await ask(owner, 'GET');
    expect(headers).toMatchObject({
      'content-type': type,
      'content-disposition': expect.stringMatching(disposition),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
    });
  });

  it('[G1] is asked for each time: what is known is not sent again, and a revoked link opens nothing', async () => {
    await upload(mara, png(40, 30));
    const { headers } = await ask(mara, 'GET');
    const known = { 'if-none-match': String(headers.etag) };
    const again = await ask(mara, 'GET', picture, known);
    expect([again.status, again.text]).toEqual([304, '']);
    await owner.ask('DELETE', api.joinLink, { parameters: { reviewId, linkId: mara.linkId } });
    expect(code(await ask(mara, 'GET', picture, known))).toEqual([404, 'HEARTH_NOT_FOUND']);
    expect(code(await upload(mara, png(4, 3), { id: 'picture-0002' }))).toEqual([404, 'HEARTH_NOT_FOUND']);
  });

  it('[G1] is of its own review: the owner finds it nowhere else', async () => {
    await upload(mara, png(40, 30));
    const elsewhere = await hearth.review(owner, 'Another');
    const asked = await owner.ask('GET', api.attachment, {
      parameters: { reviewId: elsewhere, attachmentId: picture },
    });
    expect(code(asked)).toEqual([404, 'HEARTH_NOT_FOUND']);
    const other = await hearth.guest(elsewhere, 'co-facilitator');
    expect((await ask(other, 'GET')).status).toBe(404);
    expect((await ask(other, 'DELETE')).status).toBe(404);
  });

  it('[G4] a content that is gone is not found', async () => {
    await upload(mara, png(40, 30));
    await rm(folder, { recursive: true });
    expect(code(await ask(mara, 'GET'))).toEqual([404, 'HEARTH_NOT_FOUND']);
  });
});

describe('a published page', () => {
  it('[G3] gives pictures of its narrative and of cards that it cites, and nothing else', async () => {
    const cited = 'card-0001' as CardId;
    const doc = new Y.Doc();
    const writer = openWriter(doc);
    const files = [picture, 'picture-0002', 'server-log-1', 'picture-0003', 'server-log-2'].map((id) => ({
      id,
      name: id,
      bytes: 1,
      alt: '',
      addedAt: 1,
    }));
    const shape = { type: 'image/png', width: 40, height: 30, thumbnail: false };
    addCard(writer, { kind: 'learning', id: cited, text: 'A' }, { author: null, nowMs: 0 });
    addCard(writer, { kind: 'learning', id: 'card-0002' as CardId, text: 'B' }, { author: null, nowMs: 0 });
    attachFile(writer, cited, { ...files[0], ...shape } as CardFile);
    attachFile(writer, 'card-0002' as CardId, { ...files[1], ...shape } as CardFile);
    attachFile(writer, cited, { ...files[2], ...shape, type: 'text/plain', width: null, height: null } as CardFile);
    const paragraph = new Y.XmlElement('paragraph');
    const cite = new Y.XmlElement('cite');
    cite.setAttribute('cardId', cited);
    cite.setAttribute('label', 'A');
    paragraph.insert(0, [cite]);
    const shown = ['picture-0003', 'server-log-2'].map((file) => {
      const image = new Y.XmlElement('image');
      image.setAttribute('file', file);
      return image;
    });
    writer.board.narrative.insert(0, [paragraph, ...shown]);
    await hearth.store.updateLog.append([
      { document: boardDocument(reviewId), update: Y.encodeStateAsUpdate(doc), atMs: 0, writers: [] },
    ]);
    for (const { id } of files)
      await upload(mara, id.startsWith('server-log') ? Buffer.from('14:24') : png(40, 30), { id });
    const headers = { origin: 'http://hearth.test', host: 'hearth.test' };
    const published = await owner.ask('POST', api.publish, { parameters: { reviewId }, headers });
    const { slug } = published.body as { slug: string };
    const read = (attachmentId: string) =>
      hearth.browser().ask('GET', api.publicationAttachment, { parameters: { slug, attachmentId } });
    const answer = await read(picture);
    expect([answer.status, answer.headers['x-robots-tag'], answer.bytes]).toEqual([200, 'noindex', png(40, 30)]);
    expect((await read('picture-0003')).bytes).toEqual(png(40, 30));
    expect((await read('server-log-2')).status).toBe(404);
    expect((await read('picture-0002')).status).toBe(404);
    expect((await read('server-log-1')).status).toBe(404);
    const { text } = await hearth.browser().ask('GET', api.publicationMarkdown, { parameters: { slug } });
    expect(text).toContain(`http://hearth.test/api/publications/${slug}/attachments/${picture})`);
  });
});

describe('deleting a file', () => {
  it('[D1] takes one’s own away at once, and anybody’s for those who run the review', async () => {
    const tomasz = await hearth.guest(reviewId, 'participant', 'Tomasz');
    await upload(mara, png(400, 300));
    await upload(mara, png(40, 30), { path: api.attachmentThumbnail });
    expect(code(await ask(tomasz, 'DELETE'))).toEqual([403, 'HEARTH_NOT_ALLOWED']);
    expect((await ask(mara, 'DELETE')).status).toBe(204);
    expect(await contents()).toEqual([]);
    expect((await ask(mara, 'DELETE')).status).toBe(404);
    await upload(tomasz, png(400, 300));
    expect((await ask(owner, 'DELETE')).status).toBe(204);
  });
});

describe('sweeping', () => {
  const onBoard = async (id: string): Promise<void> => {
    const doc = new Y.Doc();
    const writer = openWriter(doc);
    const card = 'card-0001' as CardId;
    const file = {
      id,
      name: 'a',
      type: 'image/png',
      bytes: 1,
      width: 1,
      height: 1,
      alt: '',
      thumbnail: false,
      addedAt: 1,
    };
    addCard(writer, { kind: 'learning', id: card, text: 'A' }, { author: null, nowMs: 0 });
    attachFile(writer, card, file as CardFile);
    await hearth.store.updateLog.append([
      { document: boardDocument(reviewId), update: Y.encodeStateAsUpdate(doc), atMs: 0, writers: [] },
    ]);
  };

  it('[S1] [S2] removes after a day what never came onto its board, and contents of nothing', async () => {
    await upload(mara, png(40, 30));
    await upload(mara, gif(1, 1), { id: 'loose-0001' });
    await onBoard(picture);
    await hearth.store.attachments.beginContent(`00/${'0'.repeat(64)}-${'A'.repeat(22)}`, hearth.clock.nowMs());
    await hearth.attachmentSweep.run();
    expect(await contents()).toHaveLength(2);
    hearth.clock.advance(dayMs + 1);
    await hearth.attachmentSweep.run();
    expect((await ask(mara, 'GET')).status).toBe(200);
    expect((await ask(mara, 'GET', 'loose-0001')).status).toBe(404);
    expect(await contents()).toHaveLength(1);
    await expect(hearth.store.attachments.unusedContents(Infinity)).resolves.toEqual([]);
    await expect(hearth.store.attachments.notOnBoard()).resolves.toEqual([]);
  });

  it('[S3] leaves it to whoever is at it', async () => {
    await upload(mara, gif(1, 1));
    hearth.clock.advance(dayMs + 1);
    await hearth.store.leases.take('attachments', 'another node', 60_000);
    await hearth.attachmentSweep.run();
    expect((await ask(mara, 'GET')).status).toBe(200);
    await hearth.store.leases.release('attachments', 'another node');
    await hearth.attachmentSweep.run();
    expect((await ask(mara, 'GET')).status).toBe(404);
  });
});
