import { describe, expect, it } from 'vitest';
import { filterOf, isFiltered, readSearch, writeSearch } from './tracker-search.ts';

const search = (query: string) => readSearch(new URLSearchParams(query));

describe('filters in the address', () => {
  it('comes back as it was written', () => {
    const query = 'whose=mine&find=label&status=blocked&priority=P1&kind=human&review=abc';
    expect(writeSearch(search(query)).toString()).toBe(query);
  });

  it('takes what it does not know for not set', () => {
    expect(search('whose=yours&status=lost&priority=P9&kind=x')).toEqual(search(''));
    expect(isFiltered(search('status=lost'))).toBe(false);
    expect(isFiltered(search('find=x'))).toBe(true);
  });

  it('filters by nothing unless asked to', () => {
    expect(filterOf(search(''), 'Ines')).toEqual({});
    expect(filterOf(search('whose=mine&find=%20a%20&status=open'), 'Ines')).toEqual({
      owner: 'Ines',
      text: 'a',
      status: ['open'],
    });
  });
});
