// A template: the ordered stages of the meeting, versioned. A review keeps a copy of the version it began with.
import type { StageId } from '../ids.ts';

export const zones = ['timeline', 'perspectives', 'factors', 'learnings', 'narrative'] as const;
/** A part of the board with fixed edges. */
export type Zone = (typeof zones)[number];

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
  /** Questions to read aloud; absent or empty: the room has some of its own for this stage. */
  prompts?: readonly string[];
  /** The stage begins with everybody writing for themselves, until the facilitator reveals it. Absent: all write openly. */
  privateWriting?: Attribution;
  /** A dot vote that the room is offered in this stage. */
  vote?: { on: 'factors' | 'learnings'; dots: number; anonymous: boolean };
  /** A round in which everybody speaks, offered in this stage. */
  round?: 'check-in' | 'check-out';
  /** Only those who run the meeting write on the board while the room is in this stage. Absent: everybody. */
  participants?: 'read';
}

export interface Template {
  id: string;
  version: number;
  name: string;
  /** When to choose it, in a sentence. */
  about: string;
  stages: readonly Stage[];
}

/** What a template may be: no meeting is longer than a day's work, and every screen has room for it. */
export const templateLimits = {
  stages: 20,
  /** Of all stages together. */
  minutes: 8 * 60,
  stageMinutes: 4 * 60,
  name: 60,
  about: 200,
  question: 200,
  prompts: 8,
  prompt: 200,
  dots: 10,
} as const;

export const minutesOf = ({ stages }: { stages: readonly Pick<Stage, 'minutes'>[] }): number =>
  stages.reduce((sum, { minutes }) => sum + minutes, 0);

export type TemplateProblem =
  | { reason: 'no-stages' | 'too-many-stages' | 'too-long' }
  | { reason: 'same-stage-twice' | 'private-without-zone'; stage: number };

/**
 * What the fields alone do not tell.
 * @returns none for a template that a meeting can follow. `stage` is an index.
 */
export const templateProblems = (template: Pick<Template, 'stages'>): TemplateProblem[] => {
  const { stages } = template;
  const problems: TemplateProblem[] = [];
  if (stages.length === 0) problems.push({ reason: 'no-stages' });
  if (stages.length > templateLimits.stages) problems.push({ reason: 'too-many-stages' });
  if (minutesOf(template) > templateLimits.minutes) problems.push({ reason: 'too-long' });
  for (const [index, { id, zone, privateWriting }] of stages.entries()) {
    if (stages.findIndex((stage) => stage.id === id) !== index)
      problems.push({ reason: 'same-stage-twice', stage: index });
    // Thoughts are revealed into columns of the perspectives: nothing else takes them.
    if (privateWriting !== undefined && zone !== 'perspectives')
      problems.push({ reason: 'private-without-zone', stage: index });
  }
  return problems;
};
