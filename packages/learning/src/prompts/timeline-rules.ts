// What the timeline leaves open. Pure. Rules: SPEC Q5, Q8, Q15.
import { dated, gapsOf } from '@hearth/board/timeline';
import { durationInWords } from '@hearth/review/time/words';
import type { BoardFacts, BoardIndex } from './board-facts.ts';
import { quoted, suggest, type Suggestion } from './suggestion.ts';

/** Stretches in which nothing is noted, the longest first. */
export const gaps = ({ events }: BoardFacts): Suggestion[] => {
  const inTime = dated(events);
  const first = new Map(inTime.toReversed().map((event) => [event.at, event]));
  const last = new Map(inTime.map((event) => [event.endAt ?? event.at, event]));
  return gapsOf(events)
    .toSorted((a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs) || a.fromMs - b.fromMs)
    .flatMap(({ fromMs, toMs }) => {
      const before = last.get(fromMs);
      const after = first.get(toMs);
      if (!before || !after) return [];
      return suggest('gap', [before.id, after.id], {
        question: `What happened between ${quoted(before.text)} and ${quoted(after.text)}? What did people watch, try or wait for?`,
        why: `Nothing is noted for ${durationInWords((toMs - fromMs) / 60_000)} between these two.`,
        cards: [before.id, after.id],
      });
    });
};

/** Decisions of which nobody has said what was known; key moments first. */
export const knownThen = ({ events }: BoardFacts): Suggestion[] =>
  events
    .filter(({ eventKind, knownThen: known = '' }) => eventKind === 'decision' && known.trim() === '')
    .toSorted((a, b) => Number(b.key) - Number(a.key))
    .map(({ id, text }) =>
      suggest('known-then', [id], {
        question: `At ${quoted(text)}: what was known then, and which other options were seen?`,
        why: 'It is a decision, and what was known then is not written down.',
        cards: [id],
      }),
    );

/** Fewer events than these are a timeline that has hardly begun. */
const begun = 4;

export const noDetection = ({ events }: BoardFacts): Suggestion[] => {
  const [earliest] = dated(events);
  if (!earliest || events.length < begun || events.some(({ eventKind }) => eventKind === 'detection')) return [];
  return [
    suggest('no-detection', [], {
      question: 'How did it first come to be noticed: by a signal, by a colleague, by a customer?',
      why: 'No event on the timeline is a detection.',
      cards: [earliest.id],
    }),
  ];
};

/** Key moments that nothing explains yet. */
export const unexplained = ({ events, factors }: BoardFacts, { explained }: BoardIndex): Suggestion[] =>
  factors.length === 0
    ? []
    : events
        .filter(({ id, key }) => key && !explained.has(id))
        .map(({ id, text }) =>
          suggest('unexplained', [id], {
            question: `What made ${quoted(text)} possible, or harder to see?`,
            why: 'It is a key moment, and no factor is linked to it yet.',
            cards: [id],
          }),
        );
