import { late } from '../shell/late.tsx';

export const NextLine = late(async () => (await import('./NextLine.tsx')).NextLine, { canWait: true });
export const StageDeck = late(async () => (await import('./StageDeck.tsx')).StageDeck);
