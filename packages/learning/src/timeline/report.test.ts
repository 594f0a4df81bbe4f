import { describe, expect, it } from 'vitest';
import { parseTimeline } from './parse.ts';

function told(input: string): string[] {
  const parsed = parseTimeline(input, { format: 'markdown', date: '2021-03-03', zone: 'UTC' });
  return parsed.ok ? parsed.rows.map((row) => `${row.at?.slice(5, 16) ?? row.time} ${row.text}`) : [];
}

describe('timeline of a report', () => {
  it('[T40] takes what stands under a timeline heading, and only that', () => {
    const input = ['## Timeline', '', '- 10:15 a', '', '## Notes', '', '- 11:00 b', '- 11:05 c', '- 11:10 d'].join(
      '\n',
    );
    expect(told(input)).toEqual(['03-03T10:15 a']);
  });

  it('[T40] leaves prose under "What happened" alone', () => {
    expect(told('## What happened\n\nAt 10:15 we saw errors. More text.')).toEqual([]);
    expect(told('## What happened\n\n- 10:15 we saw errors')).toEqual(['03-03T10:15 we saw errors']);
  });

  it('[T41] finds three or more timed items anywhere', () => {
    expect(told('Notes\n\n- 10:15 aaa bb\n- 10:20 bbb cc\n- 10:25 ccc dd')).toHaveLength(3);
    expect(told('Notes\n\n| Time | A |\n|-|-|\n| 10:15 | 1.2 |\n| 10:20 | 1.3 |\n| 10:25 | 1.4 |')).toEqual([]);
    expect(told('Notes\n\n- 10:15 aaa bb\n- 10:20 bbb cc')).toEqual([]);
  });

  it('[T42] reads paragraphs line by line', () => {
    expect(told('**Timeline:**\n\n10:15 - a\nmore\n10:20 - b')).toEqual(['03-03T10:15 a\nmore', '03-03T10:20 b']);
  });

  it('[T42] reads timelines between fences', () => {
    expect(told('## Timeline\n\n```\n10:15 a\n10:20 b\n```')).toEqual(['03-03T10:15 a', '03-03T10:20 b']);
    expect(told('## Timeline\n\n- 10:15 a\n\n```\n10:20 log\n```')).toEqual(['03-03T10:15 a']);
  });

  it('[T43] keeps details with their entry', () => {
    const input = ['## Timeline', '', '- 10:15 a', '  - detail', '', '  > quote', '- 10:20 b', '  - 10:21 c'].join(
      '\n',
    );
    expect(told(input)).toEqual(['03-03T10:15 a\nquote\ndetail', '03-03T10:20 b', '03-03T10:21 c']);
    expect(told('## Timeline\n\n### 10:15\n\nfirst\n\nsecond\n\n- third')).toEqual([
      '03-03T10:15 first\n\nsecond\nthird',
    ]);
  });

  it('[T44] reads tables with time, date, weekday and number columns', () => {
    const input = [
      '| # | Day | Date | Time | Event |',
      '|-|-|-|-|-|',
      '| 1 | Wed | Mar 3 | 10:15 | a |',
      '| 2 | | | 10:20 | b |',
    ];
    expect(told(['## Timeline', '', ...input].join('\n'))).toEqual(['03-03T10:15 a', '03-03T10:20 b']);
  });

  it('[T44] leaves tables about something else', () => {
    expect(told('## Impact\n\n| Time to repair | Users |\n|-|-|\n| 4 hours | 12 |')).toEqual([]);
  });

  it('[T45] takes days from headings, bullets and lines', () => {
    expect(told('## Timeline\n\n### 2021-03-04\n\n- 10:15 a\n\n### 2021-03-05\n\n- 09:00 b')).toEqual([
      '03-04T10:15 a',
      '03-05T09:00 b',
    ]);
    expect(told('## Timeline\n\n- 4 March\n  - 10:15 a\n- 5 March\n  - 09:00 b')).toEqual([
      '03-04T10:15 a',
      '03-05T09:00 b',
    ]);
    expect(told('## Timeline\n\n_4/3/21_\n\n10:15: a\n\n_4/4/21_\n\n09:00: b')).toEqual([
      '04-03T10:15 a',
      '04-04T09:00 b',
    ]);
  });

  it('[T45] takes a day heading with text for an entry where nothing under it has a time', () => {
    expect(told('## Timeline\n\n### 2021-03-01\n\nFirst signs.\n\n### 2021-03-03 10:15\n\nOutage.')).toEqual([
      '03-01T00:00 First signs.',
      '03-03T10:15 Outage.',
    ]);
    expect(told('## Timeline\n\n### 2021-03-04 - First outage\n\nText.\n\n- 10:15 a')).toEqual(['03-04T10:15 a']);
  });

  it('[T46] reads times behind the text', () => {
    expect(told('## Timeline\n\n- Deploy finished (10:15)\n- Errors seen (10:20 UTC)')).toEqual([
      '03-03T10:15 Deploy finished',
      '03-03T10:20 Errors seen',
    ]);
  });

  it('[T47] reads time stamps on lines of their own', () => {
    expect(
      told('[Update - 2021-03-04 15h50 UTC]\nQueue is drained.\n\n**2021-03-04T16:00:00Z**\n\nAll is well.'),
    ).toEqual(['03-04T15:50 Queue is drained.', '03-04T16:00 All is well.']);
  });

  it('[T48] falls back on milestones', () => {
    const milestones = '- **Key events**\n  - First detected 2021-03-04 15:44\n  - Resolved 2021-03-05 11:49';
    expect(told(milestones)).toEqual(['03-04T15:44 First detected', '03-05T11:49 Resolved']);
    expect(told(`${milestones}\n\n## Timeline\n\n- 10:15 a`)).toEqual(['03-03T10:15 a']);
  });

  it('[T3] keeps numbers out', () => {
    expect(told('## Timeline\n\n- 10.15 - a\n- 1.24 is out\n- 1.2.10 is out\n- 500 errors')).toEqual(['03-03T10:15 a']);
  });

  it('[T9] keeps emphasis that belongs to the text', () => {
    expect(told('## Timeline\n\n- **10:15** **Detection:** a\n- 10:20 `queue` grows')).toEqual([
      '03-03T10:15 **Detection:** a',
      '03-03T10:20 `queue` grows',
    ]);
    expect(told('## Timeline\n\n- **10:15: outage begins**\n- 10:20 b<br>')).toEqual([
      '03-03T10:15 outage begins',
      '03-03T10:20 b',
    ]);
  });
});
