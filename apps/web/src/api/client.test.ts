import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { call, command } from './client.ts';
import { isReachable, noteReachable } from './reachability.ts';

const answer = z.object({ id: z.string() });
const answering = (respond: (url: string, init: RequestInit) => Response | Promise<Response>) => {
  const fetched = vi.fn<typeof respond>(respond);
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => fetched(url, init));
  return fetched;
};

afterEach(() => {
  vi.unstubAllGlobals();
  noteReachable(true);
});

describe('calls of the API', () => {
  it('fills the path, sends JSON and reads the answer with its schema', async () => {
    const fetched = answering(() => Response.json({ id: 'a', more: 1 }));
    const result = await call({
      path: '/api/reviews/:reviewId/incident',
      parameters: { reviewId: 'r/1' },
      method: 'PUT',
      body: { title: 'T' },
      answer,
    });
    expect(result).toEqual({ id: 'a' });
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/reviews/r%2F1/incident');
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: 'PUT', body: '{"title":"T"}' });
  });

  it('throws the catalogue error of a refusal', async () => {
    answering(() => Response.json({ code: 'HEARTH_NOT_ALLOWED', advice: 'Ask.' }, { status: 403 }));
    await expect(call({ path: '/api/reviews', answer })).rejects.toMatchObject({ code: 'HEARTH_NOT_ALLOWED' });
    expect(isReachable()).toBe(true);
  });

  it('says that an answer of another shape is unreadable', async () => {
    answering(() => Response.json({ id: 7 }));
    await expect(call({ path: '/api/reviews', answer })).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('notes when nothing answers, and when something does again', async () => {
    answering(() => {
      throw new TypeError('fetch failed');
    });
    await expect(command({ path: '/api/session', method: 'DELETE' })).rejects.toMatchObject({ code: 'unreachable' });
    expect(isReachable()).toBe(false);
    answering(() => new Response(null, { status: 204 }));
    await command({ path: '/api/session', method: 'DELETE' });
    expect(isReachable()).toBe(true);
  });

  it('takes a gateway that answers for a dead server for no answer', async () => {
    answering(() => new Response('<html>', { status: 502 }));
    await expect(call({ path: '/api/reviews', answer })).rejects.toMatchObject({ code: 'HEARTH_UNAVAILABLE' });
    expect(isReachable()).toBe(false);
  });

  it('passes a cancelled call on without calling it an outage', async () => {
    const controller = new AbortController();
    answering(() => {
      controller.abort();
      throw new DOMException('stopped', 'AbortError');
    });
    await expect(call({ path: '/api/reviews', answer, signal: controller.signal })).rejects.toThrow('stopped');
    expect(isReachable()).toBe(true);
  });
});
