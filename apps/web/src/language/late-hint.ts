// The hint below a field, on demand: it comes after a rest, and takes no letters.
import { late } from '../shell/late.tsx';

export const LanguageHint = late(async () => (await import('./LanguageHint.tsx')).LanguageHint, { canWait: true });
