// Calls of the API: a path from the protocol, a body, and the schema that the answer is read with.
import { pathOf, type ApiPath } from '@hearth/protocol/http/api';
import type * as z from 'zod/mini';
import { errorOfResponse, unreachable, unreadable } from './api-error.ts';
import { noteReachable } from './reachability.ts';

export interface Call<Answer extends z.ZodMiniType> {
  path: ApiPath;
  parameters?: Record<string, string>;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  answer: Answer;
  signal?: AbortSignal;
}

/**
 * Asks the API and reads its answer.
 * @throws ApiError  when there is no answer, a refusal, or something that the schema does not know.
 */
export const call = async <Answer extends z.ZodMiniType>(wanted: Call<Answer>): Promise<z.output<Answer>> => {
  const response = await send(wanted);
  const parsed = wanted.answer.safeParse(await jsonOf(response));
  if (!parsed.success) throw unreadable(response.status);
  return parsed.data;
};

/** As `call`, where the answer has no body that matters. */
export const command = async (wanted: Omit<Call<z.ZodMiniType>, 'answer'>): Promise<void> => {
  await send(wanted);
};

const send = async ({ path, parameters, method = 'GET', body, signal }: Omit<Call<z.ZodMiniType>, 'answer'>) => {
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
