// The application as routes see it: schemas are zod, and every answer that is not a success has the catalogue's shape.
import { errorBody } from '@hearth/protocol/http/error';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';

export type ApiApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Refusals of a route, to spread into its `response`. */
export const refusals = { '4xx': errorBody, '5xx': errorBody };

export const nothing = z.null().describe('No content');
