// What else was at work: a checklist of conditions around the work itself (DOMAIN 2.6), each of which can become a factor.
// Rules: SPEC Q20.
import type { FactorCategory } from '@hearth/board/cards';

export interface Diagnostic {
  /** Stays as it is: answers are kept under it. */
  id: string;
  name: string;
  question: string;
  /** Where to look. */
  hint: string;
  /** What a yes says, where no note says it better. */
  factor: string;
  category: FactorCategory;
}

export const diagnostics: readonly Diagnostic[] = [
  {
    id: 'production-pressure',
    name: 'Production pressure',
    question: 'Was there pressure to deliver, or to keep things running?',
    hint: 'A launch, a deadline, a target, somebody waiting.',
    factor: 'There was pressure to deliver while this happened',
    category: 'organisational',
  },
  {
    id: 'time-of-day',
    name: 'Time of day',
    question: 'Did the hour matter: night, early morning, the end of a shift?',
    hint: 'Who was awake, who was reachable, how long had they worked?',
    factor: 'It happened at an hour when few were awake or reachable',
    category: 'human',
  },
  {
    id: 'away-days',
    name: 'Holidays and away days',
    question: 'Were people who usually help away: on leave, at an offsite, on a holiday?',
    hint: 'And was that known to those who looked for them?',
    factor: 'People who usually help were away',
    category: 'organisational',
  },
  {
    id: 'business-decisions',
    name: 'Business decisions',
    question: 'Had earlier decisions on money, people, suppliers or priorities a part in it?',
    hint: 'Budgets, reorganisations, contracts, work put off.',
    factor: 'An earlier business decision had a part in it',
    category: 'organisational',
  },
  {
    id: 'on-call-load',
    name: 'On-call load',
    question: 'Was the load on those on call high in the days before?',
    hint: 'Pages a night, other incidents, the size of the rota.',
    factor: 'Those on call had a high load in the days before',
    category: 'organisational',
  },
  {
    id: 'tooling',
    name: 'Tooling',
    question: 'Did tools make it harder to see, to decide or to act?',
    hint: 'Dashboards, alerts, access, commands that look alike.',
    factor: 'Tools made it harder to see what was going on',
    category: 'technical',
  },
  {
    id: 'hand-overs',
    name: 'Hand-overs',
    question: 'Did work or knowledge change hands around that time?',
    hint: 'Shifts, teams, vendors, a project that was handed on.',
    factor: 'Knowledge did not come along in a hand-over',
    category: 'organisational',
  },
  {
    id: 'pain-points',
    name: 'Pain points of responders',
    question: 'Was there something that made responding needlessly hard?',
    hint: 'What they had to work around, look for, or do by hand.',
    factor: 'Responders had to work around something that made it needlessly hard',
    category: 'human',
  },
  {
    id: 'contingencies',
    name: 'A way to carry on',
    question: 'Was a way to carry on missing, for while this part does not work?',
    hint: 'A fallback, a manual way, a practised plan. What would be there next time?',
    factor: 'There was no practised way to carry on while this part did not work',
    category: 'technical',
  },
];
