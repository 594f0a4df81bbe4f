// Translates SQLite's result codes into the store's reasons. Rules: SPEC S4, S5.
import { StoreError } from '../store-error.ts';
import { inUseCode } from './in-use.ts';

/** No space, or a file system that refuses to write; a failing read is another matter. */
const takesNoMore = /^(SQLITE_FULL|ENOSPC|EDQUOT|SQLITE_IOERR(?!.*READ))/;

export const requestFailure = (code: string, message: string): StoreError =>
  takesNoMore.test(code)
    ? new StoreError('full', `The disk takes no more data (${code}). Free some space; nothing saved so far is lost.`)
    : new StoreError('failed', `The database refused a statement: ${message}${code === '' ? '' : ` (${code})`}`);

export const openingFailure = (path: string, code: string, message: string): StoreError => {
  if (code === inUseCode)
    return new StoreError(
      'in-use',
      `${path} is in use by another Hearth process. Stop that one, or choose another path.`,
    );
  if (takesNoMore.test(code)) return requestFailure(code, message);
  return new StoreError(
    'cannot-open',
    `${path} can't be opened as Hearth's database: ${message}. Check the path and that it may be read and written.`,
  );
};
