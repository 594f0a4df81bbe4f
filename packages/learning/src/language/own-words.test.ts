import type { Incident } from '@hearth/review/incident';
import { openingStatement } from '@hearth/review/opening/statement';
import { thanksSentences } from '@hearth/review/opening/thanks';
import { groundRules, primeDirective, safetyReminder } from '@hearth/review/opening/words';
import { expect, test } from 'vitest';
import { checkLanguage } from './check.ts';
import { englishLens } from './en/english.ts';

const incident: Incident = {
  title: 'Labels stopped printing',
  severity: 'high',
  services: [],
  impact: '',
  reference: '',
  startedAt: null,
  detectedAt: null,
  mitigatedAt: null,
  resolvedAt: null,
  detection: 'person',
  zone: 'UTC',
  links: [],
};

test.each([
  ['the opening statement', openingStatement(incident)],
  ['the prime directive', primeDirective.words],
  ['the ground rules', groundRules.map(({ rule, more }) => `${rule} ${more}`).join('\n\n')],
  ['the safety reminder', safetyReminder.join('\n\n')],
  ['the thanks', thanksSentences({ detection: 'person', present: ['Ada'], authors: ['Ben'] }).join('\n\n')],
])('%s would pass the language lens itself', (_, words) => {
  expect(checkLanguage(words, englishLens)).toEqual([]);
});
