// The handle that a link is drawn from. Apart from the other parts: those show cards, and each card shows it.
import { late } from '../../shell/late.tsx';

export const LinkHandle = late(async () => (await import('./LinkHandle.tsx')).LinkHandle, { canWait: true });
