// The drawer, on demand. Apart from the panels: it opens some of them itself.
import { late } from '../shell/late.tsx';

export const Drawer = late(async () => (await import('./Drawer.tsx')).Drawer, { canWait: true });
