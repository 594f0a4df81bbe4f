// New ids, made at the edge and passed into the operations. Works on plain http too, where crypto.randomUUID is missing.
import type { CardId, ColumnId, LinkId } from '@hearth/review/ids';

const fresh = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(15))))
    .replaceAll('+', '-')
    .replaceAll('/', '_');

export const newCardId = (): CardId => fresh() as CardId;
export const newColumnId = (): ColumnId => fresh() as ColumnId;
export const newLinkId = (): LinkId => fresh() as LinkId;
