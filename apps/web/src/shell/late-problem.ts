import { late } from './late.tsx';

/** What is shown instead of a page is fetched when that is so. */
export const QueryProblem = late(async () => (await import('./QueryProblem.tsx')).QueryProblem);
