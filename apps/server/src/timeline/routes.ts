// Reading a timeline that somebody pasted; its rows go back to be looked at before they become cards.
import { parseZone } from '@hearth/learning/timeline/zone';
import { api } from '@hearth/protocol/http/api';
import { reviewId } from '@hearth/protocol/http/scalars';
import { timelineParseBody, timelineParsed } from '@hearth/protocol/http/timeline';
import { z } from 'zod';
import type { Guard } from '../access/guard.ts';
import { refusals, type ApiApp } from '../http/api-app.ts';
import { Refused } from '../http/refused.ts';
import type { TimelineService } from './service.ts';

/**
 * Far above what is read, so that somebody who pastes 10 MB is told what is wrong with that instead of losing the
 * connection in the middle of it.
 */
const longestBody = 16 * 1024 * 1024;

export const timelineRoutes = (app: ApiApp, { timeline, guard }: { timeline: TimelineService; guard: Guard }): void => {
  app.post(
    api.timelineParse,
    {
      onRequest: guard.seated('timeline.import'),
      bodyLimit: longestBody,
      config: { tooLarge: 'HEARTH_IMPORT_TOO_LARGE', rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        summary: 'Reads a pasted timeline; nothing is stored',
        tags: ['timeline'],
        params: z.object({ reviewId }),
        body: timelineParseBody,
        response: { 200: timelineParsed, ...refusals },
      },
    },
    async (request) => {
      const { text, format, date, zone } = request.body;
      const outcome = await timeline.read(text, {
        ...(format === undefined ? {} : { format }),
        ...(date === undefined ? {} : { date }),
        ...(zone === undefined ? {} : { zone: soundZone(zone) }),
      });
      if (!outcome.ok) throw new Refused(outcome.code);
      return outcome.timeline;
    },
  );
};

const soundZone = (zone: string): string => {
  if (parseZone(zone)) return zone;
  throw new Refused('HEARTH_BAD_REQUEST', {
    zone: 'Nobody knows this time zone. Write one such as Europe/London or +02:00.',
  });
};
