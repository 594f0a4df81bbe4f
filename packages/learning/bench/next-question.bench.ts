// How long the next good question takes on a board of 2,000 cards:
//   node packages/learning/bench/next-question.bench.ts
import type { CardOf } from '@hearth/board/cards';
import type { CardId, ColumnId, LinkId, ParticipantId } from '@hearth/review/ids';
import { nextQuestions } from '../src/prompts/next-question.ts';

const words =
  'the gateway kept retrying while the queue of the printer service grew and nobody on the bridge could see it because the dashboard samples every ten minutes'.split(
    ' ',
  );
const many = <T>(count: number, make: (place: number) => T): T[] =>
  Array.from({ length: count }, (_, place) => make(place));
const base = (kind: string, place: number) => ({
  id: `${kind}${place}` as CardId,
  text: many(24, (word) => words[(place * 7 + word * 3) % words.length]).join(' '),
  rank: `a${place}`,
  author: { id: `p${place % 9}` as ParticipantId, name: `Person ${place % 9}` },
  createdAt: 0,
  evidence: [],
  files: [],
});
const facts: Parameters<typeof nextQuestions>[0] = {
  events: many(700, (place) => ({
    ...base('event', place),
    kind: 'event',
    at: 1e12 + ((place * 37) % 700) * 60_000 * (1 + (place % 3)),
    endAt: null,
    precision: 'exact',
    eventKind: place % 3 === 0 ? 'decision' : 'action',
    lane: '',
    key: place % 5 === 0,
  })),
  factors: many(700, (place): CardOf<'factor'> => ({
    ...base('factor', place),
    kind: 'factor',
    category: 'technical',
    theme: null,
  })),
  perspectives: many(400, (place) => ({
    ...base('perspective', place),
    kind: 'perspective',
    columnId: `column${place % 20}` as ColumnId,
    facet: 'saw',
  })),
  questions: many(200, (place) => ({ ...base('question', place), kind: 'question' })),
  learnings: [],
  actions: [],
  links: many(1500, (place) => ({
    id: `link${place}` as LinkId,
    from: `factor${place % 700}` as CardId,
    to: `${place % 2 === 0 ? 'event' : 'factor'}${(place * 3) % 700}` as CardId,
    meaning: 'led-to',
  })),
  columns: many(25, (place) => ({ id: `column${place}` as ColumnId, name: `Person${place}`, role: '', rank: 'a' })),
  threads: [],
  passages: [],
  voices: [],
  zone: 'factors',
  writing: null,
};

const rounds = many(30, () => {
  const from = performance.now();
  const found = nextQuestions(facts).length;
  return { tookMs: performance.now() - from, found };
});
const sorted = rounds.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
console.log(
  `2,000 cards  ${rounds[0]?.found} suggestions  first ${rounds[0]?.tookMs.toFixed(1)} ms  median ${sorted[15]?.toFixed(1)} ms`,
);
