// English words by class, as far as finding a subject needs them.

import type { Lexicon, WordClass } from '../words.ts';
import { peopleWords } from './people.ts';
import { pastForms } from './verbs.ts';

const list = (words: string): string[] => words.trim().split(/\s+/);

/** Of a word that stands in two, the later one holds. */
const classes: readonly (readonly [WordClass, Iterable<string>])[] = [
  ['past', pastForms],
  [
    'adverb',
    list(`never also just simply only even still already perhaps then now first therefore thus however always again ever
    further more too rather maybe once twice often soon later earlier instead though
    almost quite very so far much way here yet please sorry`),
  ],
  ['noun', peopleWords],
  [
    'preposition',
    list(`of in for with on at by from into onto about against between during without within through over under across
    along per via upon towards toward among around behind beyond like regarding concerning to inside outside despite`),
  ],
  [
    'determiner',
    list('the a an my your his their our its whose no any every each all both either neither another some such'),
  ],
  ['joiner', list('and or but nor & then')],
  [
    'subordinator',
    list(`because since although while when whenever if unless until after before as whereas where why how whether than
    that's`),
  ],
  ['relative', list('who which that')],
  ['pronoun', list('it there this these those itself themselves ourselves what none nothing something everything')],
  [
    'person',
    list(
      'i we you he she they someone somebody nobody everyone everybody anyone anybody noone no-one us them me him her whoever',
    ),
  ],
  [
    'auxiliary',
    list(`is are was were be been being am do does did has have had having 's 're 've 'm 'd 'll get got gets n't not
    should could would can may might must shall will ought ca wo`),
  ],
];

export const english: Lexicon = {
  classes: new Map(classes.flatMap(([name, words]) => [...words].map((word) => [word, name] as const))),
  people: peopleWords,
  shares: new Set(
    list(
      'one two three some most many both several few none either neither all each half couple majority member members',
    ),
  ),
  generic: new Set(list('every each all any most')),
  adverbEnding: /^.{3,}ly$/,
  pastEnding: /^.{2,}ed$/,
  clitic:
    /(?<=^(?:i|we|you|he|she|they|it|that|there|who|what|someone|somebody|nobody|everyone))'(?:ve|re|d|ll|m|s)$|(?<=.)n't$|(?<=.)'ve$/,
};
