import { late } from '../shell/late.tsx';

/** Comes when there is a vote to show. */
export const CardDots = late(async () => (await import('./CardDots.tsx')).CardDots);
