// Comes once the page rests: nobody locks a zone in the first second.
import { late } from '../shell/late.tsx';

export const ZoneLock = late(async () => (await import('../facilitation/running/ZoneLock.tsx')).ZoneLock, {
  canWait: true,
});
