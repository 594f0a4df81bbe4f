// Parts of the factor map that come a moment after the cards, or when there is something for them to show.
import { late } from '../../shell/late.tsx';

export const LinkLayer = late(async () => (await import('./LinkLayer.tsx')).LinkLayer, { canWait: true });
export const ThemeGroup = late(async () => (await import('./ThemeGroup.tsx')).ThemeGroup);
export const SimilarLine = late(async () => (await import('./SimilarLine.tsx')).SimilarLine);
