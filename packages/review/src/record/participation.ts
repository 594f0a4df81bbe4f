// How many took part in writing: counts, never who, and no ranking. Pure. Rule: SPEC M5.
import type { StageVisit } from '../facilitation/state.ts';
import type { StageId } from '../ids.ts';
import type { Role } from '../roles.ts';

/** Something that stands on the board. */
export interface Written {
  /** null where nobody is named. */
  authorId: string | null;
  /** Unix milliseconds of the writer's clock. */
  atMs: number;
}

export interface Participation {
  /** Of those who came in and may write. */
  people: number;
  /** How many of them wrote something under their name. */
  wrote: number;
  /** What was written without a name. */
  unnamed: number;
  /** How many things were written while the room was in each stage; stages without any are left out. */
  stages: readonly { stageId: StageId; written: number }[];
}

export const participationOf = (
  people: readonly { id: string; role: Role }[],
  visits: readonly StageVisit[],
  written: readonly Written[],
): Participation => {
  const authors = new Set(written.map(({ authorId }) => authorId));
  const mayWrite = people.filter(({ role }) => role !== 'observer');
  const counts = new Map<StageId, number>();
  for (const { atMs } of written) {
    const during = visits.find(({ enteredMs, leftMs }) => enteredMs <= atMs && (leftMs === null || atMs < leftMs));
    if (during) counts.set(during.stageId, (counts.get(during.stageId) ?? 0) + 1);
  }
  return {
    people: mayWrite.length,
    wrote: mayWrite.filter(({ id }) => authors.has(id)).length,
    unnamed: written.filter(({ authorId }) => authorId === null).length,
    stages: [...counts].map(([stageId, count]) => ({ stageId, written: count })),
  };
};
