import { late } from '../../shell/late.tsx';

export const ToldDifferently = late(async () => (await import('./ToldDifferently.tsx')).ToldDifferently, {
  canWait: true,
});
