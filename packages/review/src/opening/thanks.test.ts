import { expect, test } from 'vitest';
import { detections } from '../incident.ts';
import { thanksSentences } from './thanks.ts';

test('[O3] thanks whoever noticed, those who were there, and those who only wrote; each once', () => {
  expect(
    thanksSentences({
      detection: 'person',
      present: ['Priya', 'Tomasz', 'priya '],
      authors: ['TOMASZ', 'Sam', '', 'Sam'],
    }),
  ).toEqual([
    'Thank you to the colleague who noticed, and said so.',
    'Thank you, Priya and Tomasz, for telling how it was.',
    'And thank you to Sam, for what you wrote for us.',
    'What you told today is what others can learn from.',
  ]);
});

test.each(detections)('[O3] noticed by %s: somebody is thanked, also where no name is known', (detection) => {
  const [reporter, ...rest] = thanksSentences({ detection, present: [], authors: [] });
  expect(reporter).toMatch(/^Thank you to .+\.$/);
  expect(rest).toHaveLength(1);
});
