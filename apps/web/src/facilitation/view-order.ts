// Which of two views of the room is the later one. Pure.
import type { FacilitationView } from '@hearth/protocol/facilitation';

/** People come and go without a new version: among equals the server's time decides. */
export const isNewer = (before: FacilitationView | null, after: FacilitationView): boolean => {
  if (before === null) return true;
  if (after.state.version !== before.state.version) return after.state.version > before.state.version;
  return after.serverNowMs >= before.serverNowMs;
};
