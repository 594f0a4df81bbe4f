import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLanguage, type Finding } from './check.ts';
import { englishLens } from './en/english.ts';
import { reframes } from './en/reframes.ts';

const found = (text: string): Finding[] => checkLanguage(text, englishLens);
const sentences = (text: string): string[] => found(text).map((finding) => finding.sentence);
const reframe = (text: string): string | undefined => found(text)[0]?.reframe;

describe('where sentences stand', () => {
  it('[L1] paragraphs, items, rows and headings are read one by one', () => {
    const text = '# We forgot to test\n\n- We forgot to ask\n  anybody\n- fine\n\n| 10:15 | Nobody noticed |\n';
    expect(sentences(text)).toEqual(['We forgot to test', 'We forgot to ask\n  anybody', 'Nobody noticed']);
  });

  it('[L2] code between fences and quoted lines are not read', () => {
    expect(found('```\nWe forgot to test.\n```\n\n> We forgot to test.\n\n- > We forgot to test.')).toEqual([]);
    expect(sentences('```\ncode\n```\nWe forgot to test.')).toEqual(['We forgot to test.']);
  });

  it('[L3] sections that teach how to speak are left out, with what is below them', () => {
    const text = '## Ground rules\n\nNobody checked.\n\n### More\n\nNobody checked.\n\n## Story\n\nNobody noticed.';
    expect(sentences(text)).toEqual(['Nobody noticed.']);
  });

  it('[L4] quotations, code, addresses and tags are not read, the words of a link are', () => {
    expect(found('The alert said "we forgot to test", `we forgot to test`.')).toEqual([]);
    expect(found('See https://example.org/we-forgot-to-test <b title="we forgot to test">.')).toEqual([]);
    expect(sentences('[We forgot to test](https://example.org).')).toEqual([
      '[We forgot to test](https://example.org).',
    ]);
    expect(sentences('**We** _forgot_ to test.')).toEqual(['**We** _forgot_ to test.']);
  });

  it('[L5] places are UTF-16 units of the text as it was given', () => {
    const text = '👩‍🚒 İstanbul: quiet.\r\n\r\n  We forgot to test 🔥.  \r\nLater it worked.';
    const [only] = found(text);
    expect(only).toMatchObject({ sentence: 'We forgot to test 🔥.', indicator: 'forgot to test' });
    expect(text.slice(only!.start, only!.end)).toBe(only!.sentence);
  });

  it('[L6] shortened words do not end a sentence', () => {
    expect(sentences('Fine. We forgot to test e.g. the proxy at no. 7. Fine.')).toEqual([
      'We forgot to test e.g. the proxy at no. 7.',
    ]);
  });

  it('[L7] a sentence is read as far as 1,000 units', () => {
    const long = `We ran ${'it again and '.repeat(90)}forgot to test it.`;
    expect(found(long)).toEqual([]);
    const [only] = found(`We forgot to test ${'it again and '.repeat(90)}.`);
    expect(only).toMatchObject({ start: 0, end: 1000 });
  });

  it('[L8] one finding a sentence, in the order of the text', () => {
    expect(sentences('We forgot to ask and nobody noticed. It went on. They were careless.')).toEqual([
      'We forgot to ask and nobody noticed.',
      'They were careless.',
    ]);
  });

  it('[L9] the same text gives the same findings; any text gives some or none', () => {
    const word = fc.constantFrom(
      'we',
      'should',
      "shouldn't",
      'have',
      'tested',
      '"',
      '“',
      '`',
      '[',
      '](',
      'not',
      'a',
      'mistake',
      '.',
      '\n',
      '- ',
      '> ',
      'the',
      'team',
      'if',
      'had',
      'İ',
      '👩‍🚒',
      '|',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const first = found(text);
          let last = 0;
          for (const finding of first) {
            expect(finding.start).toBeGreaterThanOrEqual(last);
            expect(text.slice(finding.start, finding.end)).toBe(finding.sentence);
            expect(finding.sentence).toContain(finding.indicator);
            expect(finding.indicator).not.toBe('');
            last = finding.end;
          }
          expect(found(text)).toEqual(first);
        },
      ),
    );
  });
});

describe('who does it', () => {
  it.each([
    ['[L10] a pronoun or a name with @', 'They forgot to test.', '@mara forgot to test.'],
    ['[L11] the last noun before the verb, not the ones that describe it', 'The database team forgot to test.', null],
    ['[L12] the noun before a preposition', 'The owner of the service forgot to test.', null],
    ['[L12] shares count what follows', 'Most of the engineers forgot to test.', null],
    ['[L13] of joined verbs, the subject of the first', 'The engineer ran it and forgot to test.', null],
    ['[L14] what a relative clause hangs on', 'The engineer who forgot to test is away.', null],
    ['[L15] nobody, where a note begins with the verb', '10:15 - Forgot to test.', null],
  ])('%s', (_rule, one, another) => {
    expect(sentences(one)).toEqual([one]);
    if (another !== null) expect(sentences(another)).toEqual([another]);
  });

  it.each([
    ['[L11]', 'The team database neglected to flush.'],
    ['[L12]', 'The service of the team neglected to flush.'],
    ['[L12]', 'One of the jobs neglected to flush.'],
    ['[L13]', 'We started the job and the job neglected to flush.'],
    ['[L13]', 'The job woke and neglected to flush.'],
    ['[L14]', 'The job that neglected to flush is gone.'],
    ['[L14]', 'The job the team wrote neglected to flush.'],
  ])('%s is nobody: %s', (_rule, sentence) => {
    expect(found(sentence)).toEqual([]);
  });
});

describe('what is offered instead', () => {
  it('[L30] takes over the words of the sentence where it can', () => {
    expect(reframe('We failed to verify that the replica was running.')).toBe(
      'What would have made it easy to verify that the replica was running at the time?',
    );
    expect(reframe('We should have asked the network team, but it was late.')).toBe(
      'What would have made it easy to ask the network team at the time?',
    );
    expect(reframe('It was merged without testing the `drop` path.')).toBe(
      'What would make it quick and natural to test the `drop` path first?',
    );
  });

  it('[L31] asks in general where the words could be torn apart', () => {
    expect(reframe('We failed to verify.')).toBe(reframes['missing-step'].plain);
    expect(reframe('We failed to verify [the `replica`](https://example.org) again.')).toBe(
      reframes['missing-step'].plain,
    );
    expect(reframe(`We failed to verify ${'the replica of '.repeat(12)}it.`)).toBe(reframes['missing-step'].plain);
  });

  it('[L32] is a question that the lens itself has nothing to say about', () => {
    for (const { plain, withWords } of Object.values(reframes)) {
      for (const question of [plain, (withWords ?? plain).replace('{…}', 'check the replica')]) {
        expect(question).toMatch(/^[A-Z].{20,160}\?$/);
        expect(found(question)).toEqual([]);
      }
    }
  });

  it('[L33] the usual indicators have a reframe of their own', () => {
    const usual = [
      'They should have been told.',
      'We failed to.',
      'She didn’t bother with it at all.',
      'He was careless.',
      'It was obvious that we were wrong.',
      'A mistake by the team.',
      'Whose fault was it?',
    ];
    const asked = usual.map(reframe);
    expect(asked).not.toContain(undefined);
    expect(new Set(asked).size).toBe(usual.length);
  });
});

describe('what it costs', () => {
  it('[L40] every pattern is bounded', () => {
    const { rules, silent, clauseEnd } = englishLens.language;
    const patterns = rules.flatMap((rule) => [rule.pattern, rule.before, rule.notBefore, rule.needs, rule.unless]);
    for (const pattern of [...patterns, ...silent, clauseEnd]) {
      const counts = (pattern?.source ?? '').replaceAll(/\\.|\[[^\]]*\]/g, 'x');
      expect(counts).not.toMatch(/[*+]|\{\d+,\}/);
    }
  });

  it('[L40] a rule is tried where its pattern can begin', () => {
    const tried = new Set([...englishLens.rulesAt.values()].flat());
    for (const rule of englishLens.language.rules) {
      expect(tried).toContain(rule);
      expect(rule.pattern.flags).toBe('uy');
    }
  });

  it('[L40] a sentence full of words that could judge is tried a bounded number of times', () => {
    const clause = `${'should mistake had could did not if '.repeat(20).slice(0, 990)}. `;
    const work = { tries: 0 };
    checkLanguage(clause.repeat(100), englishLens, work);
    expect(work.tries).toBeGreaterThan(1000);
    expect(work.tries).toBeLessThan(100 * 100);
  });

  it('[L41] twice the text is twice the work', () => {
    const page = 'We looked at the graph and the queue had grown. The proxy should retry. Nobody was paged. '.repeat(
      20,
    );
    const worked = (text: string): number => {
      const work = { tries: 0 };
      checkLanguage(text, englishLens, work);
      return work.tries;
    };
    expect(worked(page + page)).toBe(2 * worked(page));
  });
});
