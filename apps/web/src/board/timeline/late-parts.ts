// Parts of the timeline that come a moment after the cards, or when there is something for them to show.
import { late } from '../../shell/late.tsx';

export const AxisTools = late(async () => (await import('./AxisTools.tsx')).AxisTools, { canWait: true });
export const FoldOnSheet = late(async () => (await import('./FoldOnSheet.tsx')).FoldOnSheet);
export const Overview = late(async () => (await import('./Overview.tsx')).Overview, { canWait: true });
export const RangeBar = late(async () => (await import('./RangeBar.tsx')).RangeBar, { canWait: true });
