import { expect, test } from 'vitest';
import type { ParticipantId } from '../ids.ts';
import { builtInTemplates, learningReview } from '../templates/built-in.ts';
import { chooseTemplate } from './choose-template.ts';
import { lobby } from './transition.ts';

const short = builtInTemplates.find((template) => template.id === 'short-form') ?? learningReview;

test('[T3] [T4] in the lobby a meeting takes another agenda, its clock and its name', () => {
  const before = { ...lobby(learningReview), version: 7, hands: ['priya-raman' as ParticipantId] };
  const chosen = chooseTemplate(before, short);
  expect(chosen).toEqual({ ok: true, state: { ...lobby(short), version: 8, hands: before.hands } });
  expect(chosen.ok && chosen.state.template).toEqual({ id: 'short-form', version: 2, name: 'Short form' });
});

test.each([
  ['running', 'already-started'],
  ['ended', 'ended'],
] as const)('[T4] a meeting that is %s keeps its own', (status, reason) => {
  expect(chooseTemplate({ ...lobby(learningReview), status }, short)).toEqual({ ok: false, reason });
});
