import { describe, expect, it } from 'vitest';
import { isolated, shortened } from './isolated.ts';

describe('words of people in sentences of ours', () => {
  it('[B61] are set apart where their letters run the other way, and left alone elsewhere', () => {
    expect(isolated('Queue depth 🖨️ é')).toBe('Queue depth 🖨️ é');
    expect(isolated('الطابعة')).toBe('\u2068الطابعة\u2069');
    expect(isolated('Queue, תור')).toBe('\u2068Queue, תור\u2069');
  });

  it('[B61] hold no sign that turns the text behind it', () => {
    expect(isolated('log\u202Egpj.exe')).toBe('loggpj.exe');
    expect(isolated('\u2067תור\u2069')).toBe('\u2068תור\u2069');
  });

  it('[B61] are cut between signs: no half emoji, no letter without its accent', () => {
    expect(shortened('short', 5)).toBe('short');
    expect(shortened('abcd', 3)).toBe('ab…');
    expect(shortened('ab👩‍🚒cd', 6)).toBe('ab…');
    expect(shortened(`abe\u0301\u0323cd`, 5)).toBe('ab…');
    expect(shortened('👩‍🚒👩‍🚒', 7)).toBe('👩‍🚒…');
  });
});
