import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api } from '@hearth/protocol/http/api';
import { hashOf } from '../secrets.ts';
import { startHearth } from '../test/hearth.ts';
import { startS3, type TestS3 } from '../test/s3-server.ts';
import { contentKey } from './contents.ts';
import { s3Contents, type S3Place } from './s3-contents.ts';
import { noBody, signed } from './s3-signature.ts';

const nowMs = Date.UTC(2026, 10, 20, 12);
const key = (content: string): string => contentKey(hashOf(content), 'A'.repeat(22));

describe('contents in S3', () => {
  let s3: TestS3;
  let folder: string;
  beforeAll(async () => {
    s3 = await startS3(nowMs);
    folder = await mkdtemp(path.join(tmpdir(), 'hearth-s3-'));
  });
  afterAll(async () => {
    await s3.stop();
    await rm(folder, { recursive: true });
  });
  const open = (place: Partial<S3Place> = {}) => s3Contents({ ...s3.place, ...place }, folder, { nowMs: () => nowMs });
  const received = async (content: string) => {
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, 'one.part');
    await writeFile(file, content);
    return { file, bytes: Buffer.byteLength(content), sha256: hashOf(content) };
  };

  it('[C4] signs as the store computes it by itself', () => {
    // Source: Amazon S3 API reference, "Authenticating Requests: Using the Authorization Header", example GET Object.
    const { authorization } = signed(
      {
        method: 'GET',
        url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
        headers: { range: 'bytes=0-9' },
        sha256: noBody,
        nowMs: Date.UTC(2013, 4, 24),
      },
      {
        region: 'us-east-1',
        accessKey: ['AKIA', 'IOSFODNN7EXAMPLE'].join(''),
        secretKey: ['wJalrXUtnFEMI/K7MDENG', 'bPxRfiCYEXAMPLEKEY'].join('/'),
      },
    );
    expect(authorization).toContain('Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
  });

  it('[C1] keeps, gives and removes', async () => {
    const contents = open();
    await contents.put(key('Größe'), await received('Größe'));
    expect(await readdir(folder)).toEqual([]);
    const stream = await contents.open(key('Größe'));
    expect(stream && (await text(stream))).toBe('Größe');
    await contents.remove(key('Größe'));
    await contents.remove(key('Größe'));
    await expect(contents.open(key('Größe'))).resolves.toBeNull();
  });

  it('[C1] [U3] [D1] a file of a review goes there, comes back through Hearth, and goes', async () => {
    const hearth = await startHearth({ contents: open() });
    const owner = await hearth.owner();
    const parameters = { reviewId: await hearth.review(owner), attachmentId: 'server-log-1' };
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'server.log' };
    const added = await owner.ask('PUT', api.attachment, { parameters, headers, raw: Buffer.from('14:24 stopped') });
    expect(added.body).toMatchObject({ type: 'text/plain', bytes: 13 });
    expect((await owner.ask('GET', api.attachment, { parameters })).text).toBe('14:24 stopped');
    expect((await owner.ask('DELETE', api.attachment, { parameters })).status).toBe(204);
    expect((await owner.ask('GET', api.attachment, { parameters })).status).toBe(404);
    await hearth.stop();
  });

  it('[C3] [C4] a wrong secret is a failure that tells nothing', async () => {
    const contents = open({ secretKey: 'another' });
    const failure = { reason: 'failed', message: expect.stringMatching(/refused with 403 \(SignatureDoesNotMatch\)/) };
    await expect(contents.put(key('x'), await received('x'))).rejects.toMatchObject(failure);
    await expect(contents.open(key('x'))).rejects.toMatchObject(failure);
    await expect(contents.remove(key('x'))).rejects.toMatchObject(failure);
  });

  it('[C3] a store that is not there is a failure as well', async () => {
    const contents = open({ endpoint: 'http://127.0.0.1:9' });
    await expect(contents.open(key('x'))).rejects.toMatchObject({ reason: 'failed' });
  });

  it('[C2] nothing but a key is asked for', async () => {
    await expect(open().open('../../secret')).rejects.toMatchObject({ reason: 'failed' });
    expect(s3.asked.every((url) => url.startsWith('/hearth-files/'))).toBe(true);
  });
});
