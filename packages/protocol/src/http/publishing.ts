// Publishing the narrative and reading what was published.
import type { Report } from '@hearth/learning/publishing/report';
import * as z from 'zod/mini';
import { instant } from './scalars.ts';

export const slug = z.string().check(z.regex(/^[a-z0-9-]{0,80}[A-Za-z0-9_-]{22}$/, 'This is not a whole link.'));

/** The report is built by us and stored as built; readers get it as it is. */
const reportBody = z.custom<Report>(
  (value) => typeof value === 'object' && value !== null && 'format' in value && value.format === 1,
);

export const publicationBody = z.object({ slug, revision: z.int(), publishedAt: instant });
export type PublicationBody = z.infer<typeof publicationBody>;
export const publishedBody = z.extend(publicationBody, { report: reportBody });
export type PublishedBody = z.infer<typeof publishedBody>;
export const reportPreview = z.object({ report: reportBody });
