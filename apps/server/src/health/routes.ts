// For whatever watches over the process: does it live, and does its store answer.
import type { Store } from '@hearth/store/ports/store';
import { z } from 'zod';
import { refusals, type ApiApp } from '../http/api-app.ts';
import { Refused } from '../http/refused.ts';

const well = z.object({ status: z.literal('ok') });

export const healthRoutes = (app: ApiApp, store: Pick<Store, 'ready'>): void => {
  app.get(
    '/healthz',
    { schema: { summary: 'The process lives', tags: ['health'], response: { 200: well } } },
    async () => ({ status: 'ok' as const }),
  );
  app.get(
    '/readyz',
    { schema: { summary: 'The store answers', tags: ['health'], response: { 200: well, ...refusals } } },
    async () => {
      try {
        await store.ready();
      } catch {
        throw new Refused('HEARTH_UNAVAILABLE');
      }
      return { status: 'ok' as const };
    },
  );
};
