// New ids, made at the edge and passed into the operations.
import type { CardId, ColumnId, LinkId, ThemeId } from '@hearth/review/ids';
import { randomId } from '../live/random-id.ts';

export const newCardId = (): CardId => randomId() as CardId;
export const newColumnId = (): ColumnId => randomId() as ColumnId;
export const newThemeId = (): ThemeId => randomId() as ThemeId;
export const newLinkId = (): LinkId => randomId() as LinkId;
