// Parts of the canvas that come a moment after the cards.
import { late } from '../../shell/late.tsx';

export const CardTools = late(async () => (await import('../panels/CardTools.tsx')).CardTools, { canWait: true });
export const Cursors = late(async () => (await import('./Cursors.tsx')).Cursors, { canWait: true });
export const Minimap = late(async () => (await import('./Minimap.tsx')).Minimap, { canWait: true });
