import { expect, it } from 'vitest';
import { checkLanguage } from './check.ts';
import { englishLens } from './en/english.ts';
import { lensKnowing } from './names.ts';

const room = ['Anna Whitcombe', 'Emily', 'Mohammed Said', 'Will Support'];
const sentences = (text: string, names = room): string[] =>
  checkLanguage(text, lensKnowing(englishLens, names)).map(({ sentence }) => sentence);

it.each([
  'Anna should have checked the queue.',
  'Whitcombe ignored three alerts.',
  'Emily and Anna forgot to tell the branches.',
  'Mohammed missed the alert.',
])('[L16] judges somebody who is in the room: %s', (sentence) => {
  expect(sentences(sentence)).toEqual([sentence]);
  expect(sentences(sentence, [])).toEqual([]);
});

it.each([
  'The call to Anna failed to connect.',
  'Anna’s script failed to find the queue.',
  'Anna restarted the print service and the queue drained.',
  'The gateway should have told Anna.',
  'Something will fail to start.',
  'The support page failed to load.',
])('[L16] says nothing of the systems around them: %s', (sentence) => {
  expect(sentences(sentence)).toEqual([]);
});

it('[L16] asks with the words of the sentence', () => {
  const [found] = checkLanguage('Anna forgot to renew the certificate.', lensKnowing(englishLens, room));
  expect(found?.reframe).toContain('renew the certificate');
});
