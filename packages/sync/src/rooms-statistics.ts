// How much there is right now, counted when somebody asks. Pure.
import type { NotSavedReason } from '@hearth/protocol/sync';

export interface RoomsStatistics {
  /** Documents in memory, whether or not anybody is there. */
  rooms: number;
  /** Open connections. */
  peers: number;
  /** Updates in the logs of these documents that no compaction has merged yet. */
  uncompactedUpdates: number;
  /** Rooms in which nothing can be saved at the moment. */
  notSavedRooms: number;
}

interface CountedRoom {
  readonly peers: Iterable<{ readonly closed: boolean }>;
  readonly keeper: { readonly uncompactedUpdates: number; readonly notSaved: NotSavedReason | null };
}

export const statisticsOf = (rooms: Iterable<CountedRoom>): RoomsStatistics => {
  const counted: RoomsStatistics = { rooms: 0, peers: 0, uncompactedUpdates: 0, notSavedRooms: 0 };
  for (const { peers, keeper } of rooms) {
    counted.rooms += 1;
    for (const { closed } of peers) if (!closed) counted.peers += 1;
    counted.uncompactedUpdates += keeper.uncompactedUpdates;
    if (keeper.notSaved !== null) counted.notSavedRooms += 1;
  }
  return counted;
};
