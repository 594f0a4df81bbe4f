// A stand-in for a store that speaks S3: keeps in memory, and lets in only who signs what they send.
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Place } from '../attachments/s3-contents.ts';

export interface TestS3 {
  place: S3Place;
  /** Paths of all requests. */
  asked: string[];
  stop(): Promise<void>;
}

const keys = { region: 'eu-test-1', accessKey: 'an-access-key', secretKey: 'a secret/key+' };

/** @param nowMs  signatures of another time are refused. */
export const startS3 = async (nowMs: number): Promise<TestS3> => {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const url = request.url ?? '';
      asked.push(url);
      const problem = problemWith(request, body, nowMs);
      const refuse = (status: number, code: string) =>
        response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
      if (problem !== null) return refuse(403, problem);
      const object = objects.get(url);
      if (request.method === 'PUT') objects.set(url, body);
      else if (request.method === 'DELETE') objects.delete(url);
      else return object ? response.writeHead(200).end(object) : refuse(404, 'NoSuchKey');
      return response.writeHead(request.method === 'PUT' ? 200 : 204).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    place: { endpoint: `http://127.0.0.1:${port}`, bucket: 'hearth-files', ...keys },
    asked,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

const hash = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const sign = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

/** Written from the store's side, by its documentation, and not by the code that it tests. */
const problemWith = ({ headers, method, url }: IncomingMessage, body: Buffer, nowMs: number): string | null => {
  const [, access, day, region, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (!access || !day || !region || !names || !signature) return 'AccessDenied';
  const at = String(headers['x-amz-date']);
  const instant = at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  if (access !== keys.accessKey || region !== keys.region || Math.abs(Date.parse(instant) - nowMs) > 900_000)
    return 'AccessDenied';
  if (headers['x-amz-content-sha256'] !== hash(body)) return 'XAmzContentSHA256Mismatch';
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.split(';').includes(name)))
    return 'AccessDenied';
  const lines = names.split(';').map((name) => `${name}:${String(headers[name])}\n`);
  const canonical = `${method}\n${url}\n\n${lines.join('')}\n${names}\n${hash(body)}`;
  const dayKey = sign(`AWS4${keys.secretKey}`, day);
  const key = sign(sign(sign(dayKey, region), 's3'), 'aws4_request');
  const wanted = sign(key, `AWS4-HMAC-SHA256\n${at}\n${day}/${region}/s3/aws4_request\n${hash(canonical)}`);
  return wanted.toString('hex') === signature ? null : 'SignatureDoesNotMatch';
};
