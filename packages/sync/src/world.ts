// What all rooms of one server share.
import type { Acknowledgements } from './acknowledgements.ts';
import type { Clock } from './clock.ts';
import type { Committer } from './committer.ts';
import type { FanOut } from './fan-out.ts';
import type { Leases } from './leases.ts';
import type { Limits } from './limits.ts';
import type { RoomEvent } from './room-event.ts';
import type { Squeeze } from './squeeze.ts';
import type { UpdateLog } from './update-log.ts';
import type { WardOf } from './ward.ts';

export interface World {
  log: UpdateLog;
  clock: Clock;
  limits: Limits;
  committer: Committer;
  squeeze: Squeeze;
  acknowledgements: Acknowledgements;
  leases: Leases;
  /** Null when no other node serves these documents. */
  nodes: { id: string; fanOut: FanOut } | null;
  ward: WardOf;
  observe: (event: RoomEvent) => void;
}
