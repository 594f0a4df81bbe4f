// A signed-in person without a browser: what benches and journeys need of the API.
import { api, pathOf, type ApiPath } from '@hearth/protocol/http/api';
import type { ReviewId } from '@hearth/review/ids';

export interface HttpSession {
  cookie: string;
  get<T>(path: ApiPath, parameters?: Record<string, string>): Promise<T>;
  post<T>(path: ApiPath, body: unknown, parameters?: Record<string, string>): Promise<T>;
  put<T>(path: ApiPath, body: unknown, parameters?: Record<string, string>): Promise<T>;
  patch<T>(path: ApiPath, body: unknown, parameters?: Record<string, string>): Promise<T>;
}

const openSession = async (url: string, path: ApiPath, body: unknown): Promise<HttpSession> => {
  const response = await send(url, path, {}, 'POST', body, '');
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const call = async <T>(...request: [ApiPath, Record<string, string>, string, unknown]): Promise<T> => {
    const answer = await send(url, ...request, cookie);
    return (await answer.json()) as T;
  };
  return {
    cookie,
    get: (to, parameters = {}) => call(to, parameters, 'GET', undefined),
    post: (to, content, parameters = {}) => call(to, parameters, 'POST', content),
    put: (to, content, parameters = {}) => call(to, parameters, 'PUT', content),
    patch: (to, content, parameters = {}) => call(to, parameters, 'PATCH', content),
  };
};

const send = async (
  url: string,
  path: ApiPath,
  parameters: Record<string, string>,
  method: string,
  body: unknown,
  cookie: string,
): Promise<Response> => {
  const response = await fetch(url + pathOf(path, parameters), {
    method,
    headers: { cookie, origin: url, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return response;
};

const secretOf = (link: string): string => link.split('#')[1] ?? '';

/** Signs in by the owner link that the server printed. */
export const signIn = (url: string, ownerLink: string): Promise<HttpSession> =>
  openSession(url, api.signIn, { secret: secretOf(ownerLink) });

/** A join link's path for a role. */
export const joinLink = async (owner: HttpSession, reviewId: string, role = 'participant'): Promise<string> =>
  (await owner.post<{ path: string }>(api.joinLinks, { role }, { reviewId })).path;

/** Takes a seat by a join link. */
export const join = (url: string, link: string, name: string): Promise<HttpSession> =>
  openSession(url, api.join, { secret: secretOf(link), name });

/** Records an incident without a time of its own and starts its review. */
export const newReview = async (owner: HttpSession, title: string, templateId?: string): Promise<ReviewId> => {
  const { id } = await owner.post<{ id: ReviewId }>(api.reviews, {
    title,
    ...(templateId === undefined ? {} : { templateId }),
    severity: 'high',
    services: [],
    impact: '',
    reference: '',
    startedAt: null,
    detectedAt: null,
    mitigatedAt: null,
    resolvedAt: null,
    detection: 'unknown',
    zone: 'Europe/London',
    links: [],
  });
  return id;
};
