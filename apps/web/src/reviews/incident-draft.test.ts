import { describe, expect, it } from 'vitest';
import {
  draftOf,
  emptyDraft,
  problemsFromServer,
  readDraft,
  withService,
  type IncidentDraft,
} from './incident-draft.ts';

const now = Date.UTC(2026, 10, 17);
const draft = (over: Partial<IncidentDraft> = {}): IncidentDraft => ({
  ...emptyDraft('Europe/London'),
  title: '  Labels stopped printing ',
  times: { startedAt: '2026-11-12T13:22', detectedAt: '2026-11-12T13:41', mitigatedAt: '', resolvedAt: '' },
  ...over,
});
const problemsOf = (over: Partial<IncidentDraft>) => {
  const read = readDraft(draft(over), now);
  return read.ok ? {} : read.problems;
};

it('shows what is recorded so that saving it untouched changes nothing', () => {
  const read = readDraft(
    draft({ services: ['Labels'], links: [{ key: 3, label: 'Chat', url: 'https://a.example/b' }] }),
    now,
  );
  if (!read.ok) throw new Error('the draft should make an incident');
  expect(readDraft(draftOf(read.incident), now)).toEqual(read);
});

describe('recording an incident', () => {
  it('makes an incident of what was typed, times read in their zone', () => {
    const read = readDraft(
      draft({ zone: 'Asia/Tokyo', links: [{ key: 1, label: '', url: ' https://a.example/b ' }] }),
      now,
    );
    expect(read).toMatchObject({
      ok: true,
      incident: {
        title: 'Labels stopped printing',
        startedAt: Date.UTC(2026, 10, 12, 4, 22),
        resolvedAt: null,
        links: [{ label: 'a.example', url: 'https://a.example/b' }],
      },
    });
  });

  it('asks for a title', () => {
    expect(problemsOf({ title: ' ' })).toEqual({ title: 'Give the incident a title.' });
  });

  it('marks a time before the start, and one in the future', () => {
    const times = { ...draft().times, detectedAt: '2026-11-12T13:00', resolvedAt: '2062-11-12T13:00' };
    expect(Object.keys(problemsOf({ times }))).toEqual(['detectedAt', 'resolvedAt']);
  });

  it('marks a time that is none', () => {
    expect(Object.keys(problemsOf({ times: { ...draft().times, startedAt: '2026-02-31T10:00' } }))).toEqual([
      'startedAt',
    ]);
  });

  it('leaves blank links out and marks the one that is wrong by its row', () => {
    const links = [
      { key: 4, label: ' ', url: '' },
      { key: 7, label: 'Board', url: 'javascript:alert(1)' },
    ];
    expect(problemsOf({ links })).toEqual({ 'link-7': 'A link begins with https:// or http://.' });
  });

  it('finds the row of a link that the server refused', () => {
    const links = [
      { key: 4, label: '', url: '' },
      { key: 7, label: '', url: 'https://a.example' },
    ];
    expect(problemsFromServer({ 'links.0.url': 'No.', zone: 'Which?' }, draft({ links }))).toEqual({
      'link-7': 'No.',
      zone: 'Which?',
    });
  });

  it('adds services one by one or many at once, none twice', () => {
    expect(withService(['Stock'], ' Search, Stock ,, Identity')).toEqual(['Stock', 'Search', 'Identity']);
    expect(withService(['Stock'], '  ')).toEqual(['Stock']);
  });
});
