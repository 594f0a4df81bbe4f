import type { NarrativeNode } from '@hearth/board/narrative';
import type { AttachmentId } from '@hearth/review/ids';
import { describe, expect, test } from 'vitest';
import { buildReport } from './build.ts';
import { renderMarkdown } from './markdown.ts';
import { event, incident, snapshot, source, startedAt } from '../test/report-source.ts';

describe('the report', () => {
  test('[P2] tells everything that the board knows, in order', () => {
    const report = buildReport(source());
    expect(report.durationMinutes).toBe(134);
    expect(report.leadResponder).toBe('Priya');
    expect(report.facilitator).toBe('Ines');
    expect(report.people.map(({ name }) => name)).toEqual(['Ines', 'Priya']);
    expect(report.timeline.map(({ id }) => id)).toEqual(['event-1', 'event-2', 'event-3']);
    expect(report.perspectives).toMatchObject([{ name: 'Priya', cards: [{ facet: 'saw' }, { facet: 'expected' }] }]);
    expect(report.factors[0]?.links).toEqual([{ meaning: 'made harder', text: 'After midnight' }]);
    expect(report.learnings.map(({ id }) => id)).toEqual(['learning-1']);
    expect(report.actions.map(({ id }) => id)).toEqual(['first', 'later']);
  });

  test('[P1] days after the incident are calendar days in the incident’s zone', () => {
    // 22:30 UTC is 23:30 in London, and already the next day in Berlin.
    expect(buildReport(source()).daysAfterIncident).toBe(5);
    expect(buildReport(source({ incident: { ...incident, zone: 'Europe/Berlin' } })).daysAfterIncident).toBe(4);
    expect(buildReport(source({ incident: { ...incident, startedAt: null } })).daysAfterIncident).toBeNull();
  });

  test('[P2] perspectives whose column is gone keep their words', () => {
    const report = buildReport(source({ snapshot: snapshot({ columns: [] }) }));
    expect(report.perspectives).toMatchObject([{ name: '', cards: [{}, {}] }]);
    expect(renderMarkdown(report)).toContain('### Others');
  });
});

describe('pictures', () => {
  const file = (name: string, more: object = {}) => ({
    id: `file-${name}` as AttachmentId,
    name: `${name}.png`,
    type: 'image/png',
    bytes: 10,
    width: 40,
    height: 30,
    alt: '',
    thumbnail: true,
    addedAt: 1,
    ...more,
  });
  const cites = (...ids: string[]): NarrativeNode => ({
    type: 'doc',
    content: [
      {
        type: 'blockquote',
        content: [
          { type: 'paragraph', content: ids.map((cardId) => ({ type: 'cite', attrs: { cardId, label: 'It' } })) },
        ],
      },
    ],
  });
  const pictured = snapshot({
    cards: [
      event('event-1', 'First call', startedAt, { files: [file('graph', { alt: 'Queue *depth*' }), file('second')] }),
      event('event-2', 'Not cited', startedAt, { files: [file('private')] }),
      event('event-3', 'A log', startedAt, { files: [file('log', { type: 'text/plain', width: null, height: null })] }),
    ],
    narrative: cites('event-3', 'event-1', 'gone', 'event-1'),
  });

  test('[P9] are those on cards that the narrative cites, once each', () => {
    expect(buildReport(source({ snapshot: pictured })).pictures).toEqual([
      { cardId: 'event-1', id: 'file-graph', name: 'graph.png', alt: 'Queue *depth*', width: 40, height: 30 },
      { cardId: 'event-1', id: 'file-second', name: 'second.png', alt: '', width: 40, height: 30 },
    ]);
  });

  test('[P9] [P4] are links in the Markdown, and names where nobody knows their address', () => {
    const report = buildReport(source({ snapshot: pictured }));
    const linked = renderMarkdown(report, (id) => `https://hearth.test/files/${id}`);
    expect(linked).toContain('[Picture: Queue \\*depth\\*](https://hearth.test/files/file-graph)');
    expect(linked).not.toContain('private');
    expect(renderMarkdown(report)).toContain('* Picture: second.png');
  });

  test('[P9] may be missing: a report of an earlier version knows none', () => {
    const { pictures: _, ...older } = buildReport(source());
    expect(renderMarkdown(older)).toBe(renderMarkdown(buildReport(source())));
  });
});
