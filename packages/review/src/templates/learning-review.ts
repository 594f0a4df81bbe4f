// The default agenda (DOMAIN 2.1): an opening, six stages, a closing; 77 minutes with both halves of the perspectives.
import type { StageId } from '../ids.ts';
import type { Attribution, Stage, Template, Zone } from './template.ts';

const stage = (
  id: string,
  name: string,
  minutes: number,
  zone: Zone | null,
  question: string,
  privateWriting?: Attribution,
): Stage => ({
  id: id as StageId,
  name,
  minutes,
  zone,
  question,
  ...(privateWriting ? { privateWriting } : {}),
});

export const learningReview: Template = {
  id: 'learning-review',
  version: 2,
  name: 'Learning review',
  stages: [
    stage('opening', 'Opening', 3, null, 'What do we want to understand together?'),
    stage('reports', 'Reports', 8, null, 'What did each of us bring?'),
    stage('timeline', 'Timeline', 12, 'timeline', 'What happened, and when did we come to know it?'),
    stage('perspectives', 'Perspectives', 16, 'perspectives', 'How did it look from where you stood?', 'attributed'),
    stage('factors', 'Factors', 15, 'factors', 'What made this possible, or harder to see?'),
    stage('learnings', 'Learnings', 10, 'learnings', 'What do we understand now that we did not before?'),
    stage('narrative', 'Narrative', 10, 'narrative', 'How did we get here?'),
    stage('closing', 'Closing', 3, null, 'What will each of us carry on?'),
  ],
};
