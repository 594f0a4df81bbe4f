// All scenarios, in the order in which they are played.
import type { Scenario } from './scenario.ts';
import { clockJumps } from './scenarios/clock.ts';
import { diskFull } from './scenarios/disk-full.ts';
import { fuzzFacilitation } from './scenarios/fuzz-facilitation.ts';
import { fuzzLive } from './scenarios/fuzz-live.ts';
import { fuzzRequests } from './scenarios/fuzz-requests.ts';
import { convergence, fuzzFrames } from './scenarios/in-process.ts';
import { kill, killBusy, killCompacting } from './scenarios/kill.ts';
import { postgresKilled, severalNodes } from './scenarios/nodes.ts';
import { partition } from './scenarios/partition.ts';
import { powerLoss } from './scenarios/power-loss.ts';
import { roomsReturn } from './scenarios/rooms-return.ts';
import { tornLog } from './scenarios/torn-log.ts';

export const scenarios: readonly Scenario[] = [
  kill,
  killBusy,
  killCompacting,
  tornLog,
  powerLoss,
  clockJumps,
  diskFull,
  partition,
  postgresKilled,
  severalNodes,
  fuzzRequests,
  fuzzLive,
  fuzzFacilitation,
  roomsReturn,
  convergence,
  fuzzFrames,
];
