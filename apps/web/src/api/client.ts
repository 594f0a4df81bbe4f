// Calls of the API: a path from the protocol, a body, and what the answer is read with.
import { pathOf, type ApiPath } from '@hearth/protocol/http/api';
import { errorOfResponse, unreachable, unreadable } from './api-error.ts';
import { noteReachable } from './reachability.ts';
import type { Reader } from './shape.ts';

export interface Call<T> {
  path: ApiPath;
  parameters?: Record<string, string>;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** A schema, or a function that fetches one: most are not needed for the first page. */
  answer: Reader<T> | (() => Promise<Reader<T>>);
  signal?: AbortSignal;
}

/**
 * Asks the API and reads its answer.
 * @throws ApiError  when there is no answer, a refusal, or something that the schema does not know.
 */
export const call = async <T>(wanted: Call<T>): Promise<T> => {
  const { answer } = wanted;
  const [response, reader] = await Promise.all([send(wanted), typeof answer === 'function' ? answer() : answer]);
  const parsed = reader.safeParse(await jsonOf(response));
  if (!parsed.success) throw unreadable(response.status);
  return parsed.data;
};

/** As `call`, where the answer has no body that matters. */
export const command = async (wanted: Omit<Call<unknown>, 'answer'>): Promise<void> => {
  await send(wanted);
};

const send = async ({ path, parameters, method = 'GET', body, signal }: Omit<Call<unknown>, 'answer'>) => {
  const response = await fetch(pathOf(path, parameters), {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    noteReachable(false);
    throw unreachable();
  });
  const refused = response.ok ? null : errorOfResponse(response.status, await jsonOf(response));
  // A proxy that answers for a server that is down is no answer of the server.
  noteReachable(refused?.code !== 'HEARTH_UNAVAILABLE');
  if (refused !== null) throw refused;
  return response;
};

const jsonOf = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return null;
  }
};
