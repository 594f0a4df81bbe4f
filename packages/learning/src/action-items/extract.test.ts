import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractActions, extractFromSentence, type ExtractedAction } from './extract.ts';

const texts = (input: string): string[] => extractActions(input).map((action) => action.text);
const only = (input: string): ExtractedAction => {
  const found = extractActions(input);
  expect(found).toHaveLength(1);
  return found[0]!;
};

describe('where actions stand', () => {
  it.each(['## Action items', '## Review actions', '## Follow-ups', '**To do:**', 'Action Items\n---', '# Actions'])(
    '[A1] under %s every item is one',
    (title) => {
      expect(texts(`${title}\n\n- Add an alert\n- The queue needs a limit`)).toEqual([
        'Add an alert',
        'The queue needs a limit',
      ]);
    },
  );

  it('[A2] [A13] weaker sections give items that ask for something', () => {
    expect(texts('## Prevention\n\n- Add an alert\n- The queue had no limit\n- The queue should have a limit')).toEqual(
      ['Add an alert', 'The queue should have a limit'],
    );
  });

  it('[A3] the innermost heading that speaks decides', () => {
    expect(texts('## Next steps\n\n### What went well\n\n- Add an alert')).toEqual([]);
    expect(texts('## Lessons learned\n\n### Action items\n\n- Add an alert')).toEqual(['Add an alert']);
    expect(texts('## Action items\n\n### Detection\n\n- Add an alert')).toEqual(['Add an alert']);
    expect(texts('## Detection\n\n- Add an alert')).toEqual([]);
    expect(texts('## Actions taken\n\n- Add an alert')).toEqual([]);
    expect(texts('# Changes to the task queue\n\n- Add an alert')).toEqual([]);
  });

  it('[A4] labels head what follows', () => {
    expect(texts('- **Impact**: none\n- **Review actions**:\n  - Add an alert')).toEqual(['Add an alert']);
    expect(texts('- **Review actions**:\n\n1. Add an alert\n2. Write a runbook')).toEqual([
      'Add an alert',
      'Write a runbook',
    ]);
    expect(texts('- **Review actions**: Add an alert')).toEqual(['Add an alert']);
    expect(texts('**Action items**\n\n- Add an alert\n\n**Thanks**\n\n- Everybody')).toEqual(['Add an alert']);
  });

  it('[A5] task boxes count where no section does', () => {
    expect(texts('## Notes\n\n- [ ] Add an alert\n- plain')).toEqual(['Add an alert']);
    expect(texts('## Notes\n\n- [ ] Add an alert\n\n## Action items\n\n- Write a runbook')).toEqual([
      'Write a runbook',
    ]);
    expect(texts('## Notes to the owner\n\n- [x] Publish this')).toEqual([]);
  });

  it('[A6] "Action item:" counts anywhere', () => {
    expect(texts('## Impact\n\n**Action item:** Add an alert')).toEqual(['Add an alert']);
    expect(texts('## Impact\n\n- Action: Add an alert\n- other')).toEqual(['Add an alert']);
  });

  it('[A6] what is marked as to do, wherever it stands', () => {
    expect(texts('## Lessons learned\n\n**TODO** add an alert\n\n**Action planned:** We will add a graph')).toEqual([
      'add an alert',
      'We will add a graph',
    ]);
    expect(texts('**To do:**\n\n- Add an alert\n\n**Timeline** *(in UTC)*\n\n- 10:15 Adding an alert')).toEqual([
      'Add an alert',
    ]);
    expect(texts('## What went wrong\n\n- Handover could be improved\n  - People need to say more')).toEqual([]);
  });

  it('[A7] tables by their titles', () => {
    const table = ['| Action | Owner | Due | Priority | Ticket | Status |', '|-|-|-|-|-|-|'];
    const row = '| Add an alert | Ada Byron | 2021-03-04 | High | OPS-7 | In progress |';
    expect(only(['## Action items', '', ...table, row, '| | | | | | |'].join('\n'))).toMatchObject({
      text: 'Add an alert',
      owner: 'Ada Byron',
      due: '2021-03-04',
      priority: 'P1',
      ticket: 'OPS-7',
      status: 'in_progress',
      source: { line: 5 },
    });
    expect(texts('## Timeline\n\n| Time | Action | Owner |\n|-|-|-|\n| 10:15 | Restart | Ada |')).toEqual([]);
  });

  it('[A8] groups and details', () => {
    const input =
      '## Action items\n\n- Monitoring:\n  - Add an alert\n  - Add a graph\n- Write a runbook\n  - with screenshots';
    expect(texts(input)).toEqual(['Add an alert', 'Add a graph', 'Write a runbook\nwith screenshots']);
  });
});

describe('what is an action', () => {
  it('[A10] leaves retellings out, and keeps what is done', () => {
    const items = '- Restarted the proxy\n- The team raised a support case\n- Created a ticket to add a limit';
    expect(texts(`## Action items\n\n${items}`)).toEqual(['Created a ticket to add a limit']);
    expect(texts('## Action items\n\n- [x] Restarted the proxy\n- [ ] Add an alert')).toHaveLength(2);
  });

  it('[A10] tells wishes from retellings, and trusts a heading that says the state', () => {
    expect(texts('## Action items\n\n- Improved runbooks for limits\n- Improved the runbook')).toEqual([
      'Improved runbooks for limits',
    ]);
    expect(texts('## Immediate actions (completed)\n\n- Restarted the proxy')).toEqual(['Restarted the proxy']);
  });

  it('[A12] reads lines that begin with a verb, and tasks under a title', () => {
    expect(texts('## Prevention\n\nRegularly review the rules\nAdd an alert')).toEqual([
      'Regularly review the rules',
      'Add an alert',
    ]);
    expect(
      texts('## Prevention\n\nAudits: Conduct them monthly. They find drift.\n\nIt works: no more errors.'),
    ).toEqual(['Audits: Conduct them monthly. They find drift.']);
    expect(texts('## Prevention\n\nBy doing all this, we aim to improve.')).toEqual([]);
  });

  it('[A11] leaves templates out', () => {
    expect(texts('## Action items\n\n- N/A\n- TBD\n- ...\n- None.')).toEqual([]);
    expect(texts('## Action items\n\nEvery action item should have a ticket.')).toEqual([]);
  });

  it('[A12] reads sentences in which somebody is to do something', () => {
    const prose =
      'The proxy was slow. We will add an alert. This will help others. The platform team will write a runbook.';
    expect(texts(`## Action items\n\n${prose}`)).toEqual([
      'We will add an alert.',
      'The platform team will write a runbook.',
    ]);
    const begun = 'We will be adding limits. We are looking into names. It will be slow.';
    expect(texts(`## Future measures\n\n${begun}`)).toEqual([
      'We will be adding limits.',
      'We are looking into names.',
    ]);
    expect(texts(`## Background\n\n${prose}`)).toEqual([]);
  });

  it('[A70] gives equal actions once, with source and line', () => {
    const action = only('## Action items\n\n- Add **an** alert\n- Add an alert');
    expect(action).toMatchObject({ text: 'Add an alert', source: { sentence: 'Add **an** alert', line: 3 } });
  });
});

describe('status', () => {
  it('[A33] takes the ticket of its heading where it names none', () => {
    const [first, second] = extractActions(
      '# Actions\n\n## Alerts (https://git.example/a/issues/7)\n\n- Page on disk\n- Tune OPS-9\n',
    );
    expect([first?.ticket, second?.ticket]).toEqual(['https://git.example/a/issues/7', 'OPS-9']);
  });

  it('[A60] comes from box, mark, text or heading', () => {
    const input = '## Action items\n\n- [x] Add a\n- [ ] Add b\n- ✅ Add c\n- Add d (done)\n- Add e (WIP)\n- Add f';
    const found = extractActions(input).map((action) => action.status);
    expect(found).toEqual(['completed', 'open', 'completed', 'completed', 'in_progress', null]);
    expect(only('## Action items\n\n- Document what can be done in time').status).toBeNull();
    expect(only('## Immediate actions (completed)\n\n- Limits raised').status).toBe('completed');
  });
});

describe('one sentence', () => {
  it('[A71] gives all its fields, and the text without them', () => {
    const found = extractFromSentence(
      'Add an alert on queue depth @ada due next Friday P2 [OPS-7](https://x.example)',
      {
        today: '2021-03-03',
      },
    );
    expect(found).toEqual({
      text: 'Add an alert on queue depth',
      owner: '@ada',
      due: '2021-03-12',
      priority: 'P2',
      kind: 'technical',
      ticket: 'OPS-7',
    });
    for (const text of ['Ship it by design', 'Talk to @ada about limits', 'P1', 'Move users in batches of ten']) {
      expect(extractFromSentence(text).text).toBe(text);
    }
  });

  it.each([
    ['Rotate the keys, @Dele Adeyemi, P1, by 24 November', 'Dele Adeyemi', '2026-11-24', 'P1'],
    ['Rotate the keys (@Dele Adeyemi, P1, 24 November)', 'Dele Adeyemi', '2026-11-24', 'P1'],
    ['P2: Rotate the keys, @Dele Adeyemi and @Mira Chen', 'Dele Adeyemi and Mira Chen', null, 'P2'],
    ['[ ] Rotate the keys — Mira Chen — by 3 Dec', 'Mira Chen', '2026-12-03', null],
    ['Rotate the keys; owner Mira Chen; due 3 Dec', 'Mira Chen', '2026-12-03', null],
    ['Rotate the keys (Tomasz)', 'Tomasz', null, null],
    ['Rotate the keys, ASAP', null, null, null],
    ['Owner: Dele. Rotate the keys', 'Dele', null, null],
  ])('[A71] %s', (text, owner, due, priority) => {
    const found = extractFromSentence(text, { today: '2026-11-17' });
    expect(found).toMatchObject({ text: 'Rotate the keys', owner, due, priority });
  });

  it.each([
    'Upgrade the broker (Kafka)',
    'Restart node-2',
    'Alert on lag, then page',
    'Check names (DNS)',
    'Move to Frankfurt, Dublin',
  ])('[A71] keeps: %s', (text) => {
    expect(extractFromSentence(text)).toMatchObject({ text, owner: null });
  });

  it('[A72] is total', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        expect(extractFromSentence(text)).toEqual(extractFromSentence(text));
      }),
    );
  });
});

/** Quadratic work would take minutes; a busy machine may take some seconds. */
const hostileLimitMs = 60_000;

describe('any text', () => {
  const words = [
    '## Action items',
    '- ',
    '[ ] ',
    '\n',
    'Add an alert',
    '(Ada)',
    '@ada',
    'Owner: ',
    '|',
    '|-|',
    'by ',
    'Friday',
    'P1',
    '#7',
    '[a](b)',
    '**',
    ':',
  ];
  it('[A70] never throws, keeps the order, and gives the same again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 60 }),
        (parts) => {
          const input = parts.join('');
          const found = extractActions(input, { today: '2021-03-03' });
          const lines = found.map((action) => action.source.line);
          expect(lines).toEqual(lines.toSorted((a, b) => a - b));
          expect(found.every((action) => action.text !== '')).toBe(true);
          expect(extractActions(input, { today: '2021-03-03' })).toEqual(found);
        },
      ),
    );
  });

  it(
    '[A72] takes a hostile mebibyte in bounded time',
    () => {
      for (const piece of ['- a\n', '[', '@a, ', 'Aa Bb & ', 'We will add. ', 'https://a.b/', '[a][b] ', 'Owner: ']) {
        const input = `## Action items\n\n- ${piece.repeat(Math.floor(1_048_000 / piece.length))}`;
        expect(Array.isArray(extractActions(input))).toBe(true);
      }
    },
    hostileLimitMs,
  );
});
