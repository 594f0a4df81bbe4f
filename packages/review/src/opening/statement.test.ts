import { describe, expect, test } from 'vitest';
import type { Incident } from '../incident.ts';
import { commandLimits } from '../facilitation/command.ts';
import { openingStatement, statementParagraphs } from './statement.ts';

const incident: Incident = {
  title: 'Labels stopped printing',
  severity: 'high',
  services: ['labels'],
  impact: 'Four depots wrote addresses by hand',
  reference: 'INC-2207',
  startedAt: Date.UTC(2026, 10, 12, 13, 22),
  detectedAt: null,
  mitigatedAt: null,
  resolvedAt: Date.UTC(2026, 10, 12, 15, 36),
  detection: 'person',
  zone: 'Europe/Berlin',
  links: [],
};
const [first = '', second = ''] = openingStatement(incident).split('\n\n');

describe('the opening statement', () => {
  test('[O1] names the incident, when it was in its own zone, how long it took, and what it meant', () => {
    expect(first).toBe(
      'We are here to talk about “Labels stopped printing”. It began on Thursday 12 November 2026 at 14:22 (UTC+1) and lasted 2 hours 14 minutes.',
    );
    expect(second).toBe('What it meant: Four depots wrote addresses by hand.');
  });

  test('[O1] leaves out what nobody knows', () => {
    const little = openingStatement({ ...incident, startedAt: null, resolvedAt: null, impact: ' ' });
    expect(little).toContain('When it began is one of the things that we want to find out.');
    expect(little).not.toMatch(/lasted|What it meant|null|undefined/);
    expect(openingStatement({ ...incident, resolvedAt: null })).toContain('at 14:22 (UTC+1).\n\n');
  });

  test('[O1] a near miss is called one; what ends a sentence already gets no second dot', () => {
    expect(openingStatement({ ...incident, severity: 'near-miss' })).toMatch(
      /^We are here to talk about a near miss: “/,
    );
    expect(openingStatement({ ...incident, impact: 'Nothing shipped!' })).toContain(
      'What it meant: Nothing shipped!\n',
    );
  });

  test('[O1] is shorter than what a facilitator may write, whatever the incident', () => {
    const long = { ...incident, title: 'x'.repeat(200), impact: 'Nothing came. '.repeat(280) };
    expect(openingStatement(long).length).toBeLessThan(commandLimits.opening);
    expect(openingStatement(long)).toContain('Nothing came. Nothing came…\n\n');
  });

  test('[O2] the facilitator’s own words stand in its place, paragraph by paragraph', () => {
    expect(statementParagraphs('Good morning.\n\n\n Welcome. \n  \n', incident)).toEqual(['Good morning.', 'Welcome.']);
    expect(statementParagraphs(undefined, incident)[0]).toBe(first);
  });
});
