import { describe, expect, it } from 'vitest';
import { checkLanguage } from '@hearth/learning/language/check';
import { englishLens } from '@hearth/learning/language/en/english';
import { LeftAlone, pickFinding } from './pick.ts';

const text = 'We forgot to ask. It rained. They were careless. Nobody noticed.';
const findings = checkLanguage(text, englishLens);
const picked = (at: string, left = new LeftAlone()) =>
  pickFinding(findings, text.indexOf(at) + at.length, left)?.sentence ?? null;

describe('the sentence that is looked at', () => {
  it('is the one with the caret, else the last before it, else the first', () => {
    expect(findings).toHaveLength(3);
    expect(picked('careless')).toBe('They were careless.');
    expect(picked('It rai')).toBe('We forgot to ask.');
    expect(pickFinding(findings.slice(1), 0, new LeftAlone())?.sentence).toBe('They were careless.');
    expect(pickFinding([], 0, new LeftAlone())).toBeNull();
  });

  it('is none that was left alone', () => {
    const left = new LeftAlone();
    left.add('They were careless.');
    expect(picked('careless', left)).toBe('We forgot to ask.');
    left.add('We forgot to ask.');
    left.add('Nobody noticed.');
    expect(picked('careless', left)).toBeNull();
  });

  it('forgets the oldest of very many', () => {
    const left = new LeftAlone();
    for (let count = 0; count <= 500; count++) left.add(`Sentence ${count}`);
    expect(left.has('Sentence 0')).toBe(false);
    expect(left.has('Sentence 1')).toBe(true);
    expect(left.has('Sentence 500')).toBe(true);
  });
});
