// The agendas that come with Hearth. Words and order follow DOMAIN 2.1; each is the start of a workspace's own.
import type { StageId } from '../ids.ts';
import type { Stage, Template } from './template.ts';

const stage = (
  id: string,
  name: string,
  minutes: number,
  zone: Stage['zone'],
  question: string,
  more: Pick<Stage, 'privateWriting' | 'prompts' | 'vote' | 'round' | 'participants'> = {},
): Stage => ({ id: id as StageId, name, minutes, zone, question, ...more });

const opening = (minutes: number): Stage =>
  stage('opening', 'Opening', minutes, null, 'What do we want to understand together?', { round: 'check-in' });
const reports = (minutes: number): Stage => stage('reports', 'Reports', minutes, null, 'What did each of us bring?');
const timeline = (minutes: number): Stage =>
  stage('timeline', 'Timeline', minutes, 'timeline', 'What happened, and when did we come to know it?');
const perspectives = (minutes: number, more: Parameters<typeof stage>[5] = { privateWriting: 'attributed' }): Stage =>
  stage('perspectives', 'Perspectives', minutes, 'perspectives', 'How did it look from where you stood?', more);
/** What to talk about, where there is no time for everything. */
const voteOn = (on: 'factors' | 'learnings'): Pick<Stage, 'vote'> => ({ vote: { on, dots: 3, anonymous: true } });
const factors = (minutes: number): Stage =>
  stage('factors', 'Factors', minutes, 'factors', 'What made this possible, or harder to see?', voteOn('factors'));
const learnings = (minutes: number): Stage =>
  stage(
    'learnings',
    'Learnings',
    minutes,
    'learnings',
    'What do we understand now that we did not before?',
    voteOn('learnings'),
  );
const narrative = (minutes: number): Stage =>
  stage('narrative', 'Narrative', minutes, 'narrative', 'How did we get here?');
const closing = (minutes: number): Stage =>
  stage('closing', 'Closing', minutes, null, 'What will each of us carry on?', { round: 'check-out' });

/** The default agenda, in an hour. */
export const learningReview: Template = {
  id: 'learning-review',
  version: 4,
  name: 'Learning review',
  about: 'The whole way in an hour, for most incidents.',
  stages: [opening(3), reports(6), timeline(10), perspectives(12), factors(11), learnings(8), narrative(7), closing(3)],
};

const longReview: Template = {
  id: 'learning-review-90',
  version: 2,
  name: 'Learning review, 90 minutes',
  about: 'More room for perspectives and factors: many people, several teams, or an incident of many hours.',
  stages: [
    opening(3),
    reports(9),
    timeline(15),
    perspectives(18),
    factors(18),
    learnings(12),
    narrative(12),
    closing(3),
  ],
};

const shortForm: Template = {
  id: 'short-form',
  version: 2,
  name: 'Short form',
  about: 'Half an hour for something small, with the timeline prepared beforehand.',
  stages: [
    stage('opening', 'Opening', 2, null, 'What do we want to understand together?'),
    timeline(6),
    perspectives(8),
    factors(7),
    stage('learnings', 'Learnings', 5, 'learnings', 'What is the one thing that others should know?'),
    closing(2),
  ],
};

const ownTime: Template = {
  id: 'own-time',
  version: 2,
  name: 'Remote, in your own time',
  about: 'Everybody writes when it suits them; one short call joins what was written.',
  stages: [
    stage(
      'timeline',
      'Timeline, in your own time',
      60,
      'timeline',
      'What did you see, and when? Add your own moments.',
      {
        prompts: ['When did you first hear of it, and from whom?', 'What did your screens show at that moment?'],
      },
    ),
    perspectives(60, {
      privateWriting: 'attributed',
      prompts: [
        'What did you expect to see next?',
        'What would somebody who was not on the call need to know?',
        'What made the step you took the sensible one?',
      ],
    }),
    stage('opening', 'The call: opening', 3, null, 'What do we want to understand together?', { round: 'check-in' }),
    stage('reading', 'Reading', 10, 'perspectives', 'What is new to you in what the others wrote?', {
      participants: 'read',
    }),
    factors(15),
    learnings(10),
    closing(2),
  ],
};

const nearMiss: Template = {
  id: 'near-miss',
  version: 2,
  name: 'Near miss',
  about: 'Nothing broke, and it could have. What caught it is worth as much as what nearly failed.',
  stages: [
    opening(3),
    stage('timeline', 'Timeline', 8, 'timeline', 'What nearly happened, and what kept it from happening?', {
      prompts: [
        'Who or what noticed, and could easily not have?',
        'What would have come next?',
        'How often have we been this close?',
      ],
    }),
    perspectives(10),
    stage('factors', 'Factors', 12, 'factors', 'What brought us close, and what held?', {
      prompts: [
        'Which safeguard worked, and who looks after it?',
        'What did people do that no process asked of them?',
        'Where did we have luck?',
      ],
      ...voteOn('factors'),
    }),
    stage(
      'learnings',
      'Learnings',
      9,
      'learnings',
      'What do we want to keep, and what to make stronger?',
      voteOn('learnings'),
    ),
    closing(3),
  ],
};

/** The first is what a review begins with where nobody chooses. */
export const builtInTemplates: readonly Template[] = [learningReview, longReview, shortForm, ownTime, nearMiss];
