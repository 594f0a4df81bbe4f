// Signs a request to a store that speaks S3: AWS Signature Version 4, in headers. Pure but for the hash functions.
// Source: Amazon S3 API reference, "Authenticating Requests: Using the Authorization Header".
import { createHash, createHmac } from 'node:crypto';

export interface S3Keys {
  region: string;
  accessKey: string;
  secretKey: string;
}

export interface UnsignedRequest {
  method: string;
  /** Path and query are percent-encoded already, and the query is in the order of its names. */
  url: URL;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  /** Of the body, lower-case hex. */
  sha256: string;
  nowMs: number;
}

/** SHA-256 of nothing. */
export const noBody = createHash('sha256').digest('hex');

/** @returns all headers to send: those given, `host`, date, hash, and `authorization`. */
export const signed = (request: UnsignedRequest, keys: S3Keys): Record<string, string> => {
  const { method, url, sha256, nowMs } = request;
  const at = new Date(nowMs).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const day = at.slice(0, 8);
  const headers: Record<string, string> = {
    ...request.headers,
    host: url.host,
    'x-amz-content-sha256': sha256,
    'x-amz-date': at,
  };
  const names = Object.keys(headers).toSorted();
  const canonical = [
    method,
    url.pathname,
    url.search.replace(/^\?/, ''),
    ...names.map((name) => `${name}:${headers[name]?.trim().replaceAll(/ +/g, ' ') ?? ''}`),
    '',
    names.join(';'),
    sha256,
  ].join('\n');
  const scope = `${day}/${keys.region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', at, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [day, keys.region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${keys.secretKey}`,
  );
  const signature = createHmac('sha256', key).update(text).digest('hex');
  const credential = `Credential=${keys.accessKey}/${scope}, SignedHeaders=${names.join(';')}`;
  return { ...headers, authorization: `AWS4-HMAC-SHA256 ${credential}, Signature=${signature}` };
};
