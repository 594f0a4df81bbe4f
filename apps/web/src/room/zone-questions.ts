// The question of each zone: what the agenda asks there, else the room's own.
import type { Stage } from '@hearth/review/templates/template';
import type { BoardZone } from '@hearth/board/zones';

const own: Record<BoardZone, string> = {
  timeline: 'What happened, and when did we come to know it?',
  perspectives: 'How did it look from where you stood?',
  factors: 'What made this possible, or harder to see?',
  learnings: 'What do we understand now that we did not before?',
  actions: 'What do we want to change?',
};

export const zoneQuestions = (stages: readonly Stage[]): Record<BoardZone, string> => {
  const questions = { ...own };
  for (const stage of stages)
    if (stage.zone !== null && stage.zone !== 'narrative') questions[stage.zone] = stage.question;
  return questions;
};
