// A template: the ordered stages of the meeting, versioned. A review keeps a copy of the version it began with.
import type { StageId } from '../ids.ts';

/** A part of the board with fixed edges. */
export type Zone = 'timeline' | 'perspectives' | 'factors' | 'learnings' | 'narrative';

/** Whether the room learns who wrote something. Anonymous: no author is stored anywhere. */
export type Attribution = 'attributed' | 'anonymous';

export interface Stage {
  id: StageId;
  name: string;
  minutes: number;
  /** Where the room looks during this stage; null where it is about the people, not the board. */
  zone: Zone | null;
  /** The question that the stage asks, as shown in the zone's head. */
  question: string;
  /** The stage begins with everybody writing for themselves, until the facilitator reveals it. Absent: all write openly. */
  privateWriting?: Attribution;
}

export interface Template {
  id: string;
  version: number;
  name: string;
  stages: readonly Stage[];
}
