import type { ThemeId } from '@hearth/review/ids';

/** The box of a folded theme, for links that begin or end in it. */
export const themeBox = (id: ThemeId): string => `theme ${id}`;
