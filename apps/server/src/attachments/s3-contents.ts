// Contents in a store that speaks S3: one PUT, GET or DELETE each, never a redirect to it. Rules: SPEC C1-C4.
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { StoreError } from '@hearth/store/store-error';
import type { WallClock } from '../clock.ts';
import { checkedKey, type Contents, type Received } from './contents.ts';
import { contentFailure } from './failures.ts';
import { noBody, signed, type S3Keys } from './s3-signature.ts';

export interface S3Place extends S3Keys {
  /** Such as https://s3.eu-central-1.amazonaws.com or http://minio:9000. */
  endpoint: string;
  bucket: string;
}

/** A store that is silent for so long is given up. */
const silentForMs = 30_000;

export const s3Contents = (place: S3Place, incoming: string, clock: WallClock): Contents => {
  const ask = async (method: 'PUT' | 'GET' | 'DELETE', key: string, content?: Received): Promise<IncomingMessage> => {
    const url = new URL(`${place.endpoint.replace(/\/+$/, '')}/${place.bucket}/${checkedKey(key)}`);
    const headers = signed(
      {
        method,
        url,
        headers: content ? { 'content-length': String(content.bytes), 'content-type': 'application/octet-stream' } : {},
        sha256: content?.sha256 ?? noBody,
        nowMs: clock.nowMs(),
      },
      place,
    );
    return send(method, url, headers, content?.file ?? null);
  };
  const settled = async (answer: IncomingMessage, allowed: readonly number[]): Promise<void> => {
    const told = await text(answer);
    const { statusCode = 0 } = answer;
    if (!allowed.includes(statusCode)) throw refusal(statusCode, told);
  };
  return {
    incoming,
    put: async (key, content) => {
      try {
        await settled(await ask('PUT', key, content), [200, 201, 204]);
        await rm(content.file, { force: true });
      } catch (error) {
        throw contentFailure(error);
      }
    },
    open: async (key) => {
      try {
        const answer = await ask('GET', key);
        if (answer.statusCode === 200) return answer;
        await settled(answer, [404]);
        return null;
      } catch (error) {
        throw contentFailure(error);
      }
    },
    remove: async (key) => {
      try {
        await settled(await ask('DELETE', key), [200, 202, 204, 404]);
      } catch (error) {
        throw contentFailure(error);
      }
    },
  };
};

const send = (
  method: string,
  url: URL,
  headers: Record<string, string>,
  file: string | null,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, { method, headers });
    request.setTimeout(silentForMs, () => request.destroy(new Error('the store of contents is silent')));
    request.on('response', resolve);
    request.on('error', reject);
    if (file === null) request.end();
    else pipeline(createReadStream(file), request).catch(reject);
  });

/** Its code is for the log; what else it says may name things that are not ours to tell. */
const refusal = (status: number, told: string): StoreError => {
  const code = /<Code>([A-Za-z]{1,60})<\/Code>/.exec(told)?.[1] ?? 'no code';
  const reason = status === 507 || code === 'QuotaExceeded' ? 'full' : 'failed';
  return new StoreError(reason, `The store of HEARTH_S3_ENDPOINT refused with ${status} (${code}).`);
};
