// What a content can fail with, in the words of the store, so that it is answered and logged like every failure of it.
import { StoreError } from '@hearth/store/store-error';

export const contentFailure = (error: unknown): StoreError => {
  if (error instanceof StoreError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code))
    return new StoreError('full', 'There is no room for the content of a file.', { cause: error });
  return new StoreError('failed', `The content of a file could not be kept or read (${code || 'unknown reason'}).`, {
    cause: error,
  });
};
