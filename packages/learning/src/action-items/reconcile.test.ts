import type { CardId, ReviewId } from '@hearth/review/ids';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Proposal } from './model.ts';
import { reconcile, type ExtractedItem } from './reconcile.ts';

const review = 'review-1' as ReviewId;
const fields = (text: string) => ({ text, owner: null, due: null, priority: null, kind: null, ticket: null });
const sentence = (text: string): ExtractedItem => ({
  source: { kind: 'narrative', sentence: text },
  fields: fields(text),
});
const card = (id: string, text: string): ExtractedItem => ({
  source: { kind: 'card', cardId: id as CardId, sentence: text },
  fields: fields(text),
});

/** What the store does: decided proposals stay, the rest is replaced. */
const store = (existing: readonly Proposal[], proposals: readonly Proposal[]): Proposal[] => {
  const decided = existing.filter((proposal) => proposal.state !== 'proposed');
  return [...decided, ...proposals.filter((proposal) => !decided.some((one) => one.id === proposal.id))];
};
const extract = (existing: readonly Proposal[], items: readonly ExtractedItem[]) =>
  store(existing, reconcile(existing, items, review));
const decide = (proposals: readonly Proposal[], text: string, state: Proposal['state']) =>
  proposals.map((proposal) => (proposal.text === text ? { ...proposal, state } : proposal));
const open = (proposals: readonly Proposal[]) =>
  proposals.filter((proposal) => proposal.state === 'proposed').map((proposal) => proposal.text);

describe('reconcile', () => {
  test('[R1] new proposals carry their fields, their source and this review', () => {
    expect(reconcile([], [card('card-0001', 'Add alerts')], review)).toEqual([
      {
        ...fields('Add alerts'),
        id: expect.stringMatching(/^card-[0-9a-f]{16}$/),
        reviewId: review,
        source: { kind: 'card', cardId: 'card-0001', sentence: 'Add alerts' },
        state: 'proposed',
        actionItemId: null,
      },
    ]);
  });

  test('[R1] case and punctuation do not make another sentence', () => {
    const first = extract([], [sentence('Add alerts, for labels.')]);
    expect(extract(first, [sentence('add  alerts for LABELS')])[0]?.id).toBe(first[0]?.id);
  });

  test.each(['confirmed', 'dismissed'] as const)('[R2] what was %s does not come back', (state) => {
    const items = [card('card-0001', 'Add alerts'), sentence('Rotate the certificates')];
    const decided = decide(decide(extract([], items), 'Add alerts', state), 'Rotate the certificates', state);
    expect(reconcile(decided, items, review)).toEqual([]);
    expect(reconcile(decided, [card('card-0001', 'Something else entirely'), items[1]!], review)).toEqual([]);
  });

  test('[R3] a decided sentence that was slightly edited does not come back', () => {
    const before = extract([], [sentence('Add an alert on printed labels by Friday')]);
    const decided = decide(before, 'Add an alert on printed labels by Friday', 'dismissed');
    expect(reconcile(decided, [sentence('Add an alert on all printed labels by Monday')], review)).toEqual([]);
    expect(open(extract(decided, [sentence('Write down the hand-over')]))).toEqual(['Write down the hand-over']);
  });

  test('[R3] a similar sentence beside the decided one is a new proposal', () => {
    const decided = decide(
      extract([], [sentence('Add alert for disk space')]),
      'Add alert for disk space',
      'confirmed',
    );
    const both = [sentence('Add alert for disk space'), sentence('Add alert for disk speed')];
    expect(open(extract(decided, both))).toEqual(['Add alert for disk speed']);
  });

  test('[R3] an open sentence keeps its id while it is edited', () => {
    const before = extract([], [sentence('Add an alert on printed labels')]);
    const after = extract(before, [sentence('Add an alert on all printed labels')]);
    expect(after).toEqual([{ ...after[0], id: before[0]!.id, text: 'Add an alert on all printed labels' }]);
    // Were the old words to come back as another sentence, it must not take the same id.
    const both = extract(after, [
      sentence('Add an alert on all printed labels'),
      sentence('Add an alert on printed labels'),
    ]);
    expect(new Set(both.map((proposal) => proposal.id)).size).toBe(2);
    expect(both[0]?.id).toBe(before[0]?.id);
  });

  test('[R4] equal sentences are as many proposals, each decided by itself', () => {
    const twice = [sentence('Write a test'), sentence('Write a test.')];
    const before = extract([], twice);
    expect(new Set(before.map((proposal) => proposal.id)).size).toBe(2);
    const decided = [{ ...before[0]!, state: 'confirmed' as const }, before[1]!];
    expect(open(extract(decided, twice))).toEqual(['Write a test.']);
    expect(open(extract(decided, [twice[0]!]))).toEqual([]);
  });

  test('[R5] a decided card that was made anew, or became a sentence, is not proposed again', () => {
    const decided = decide(extract([], [card('card-0001', 'Add alerts')]), 'Add alerts', 'confirmed');
    expect(reconcile(decided, [card('card-0002', 'Add alerts')], review)).toEqual([]);
    expect(reconcile(decided, [sentence('Add alerts')], review)).toEqual([]);
    expect(open(extract(decided, [card('card-0001', 'Add alerts'), card('card-0002', 'Add alerts')]))).toEqual([
      'Add alerts',
    ]);
  });
});

describe('any board', () => {
  const words = fc.array(fc.constantFrom('add', 'alert', 'disk', 'label', 'the', '!', 'é', ''), { maxLength: 6 });
  const items = fc.array(
    fc.oneof(
      words.map((all) => sentence(all.join(' '))),
      fc.tuple(fc.nat({ max: 9 }), words).map(([id, all]) => card(`card-000${id}`, all.join(' '))),
    ),
    { maxLength: 12 },
  );
  /** Cards have one item each. */
  const unique = (all: readonly ExtractedItem[]): ExtractedItem[] =>
    all.filter(
      (one, index) =>
        one.source.kind === 'narrative' ||
        index ===
          all.findIndex(
            (other) =>
              other.source.kind === 'card' && one.source.kind === 'card' && other.source.cardId === one.source.cardId,
          ),
    );
  const states = fc.array(fc.constantFrom('proposed', 'confirmed', 'dismissed'), { minLength: 12, maxLength: 12 });

  test('[R1] [R2] [R6] extracting again changes nothing, decided ones stay, ids are unique', () => {
    fc.assert(
      fc.property(items, items, states, (first, second, decisions) => {
        const existing = extract([], unique(first)).map((proposal, index) => ({
          ...proposal,
          state: decisions[index] ?? 'proposed',
        }));
        expect(extract(existing, unique(first)).toSorted(byId)).toEqual(existing.toSorted(byId));
        const after = extract(existing, unique(second));
        expect(extract(after, unique(second)).toSorted(byId)).toEqual(after.toSorted(byId));
        const decided = existing.filter((proposal) => proposal.state !== 'proposed');
        expect(after.slice(0, decided.length)).toEqual(decided);
        expect(new Set(after.map((proposal) => proposal.id)).size).toBe(after.length);
      }),
      { numRuns: 500 },
    );
  });
});

const byId = (a: Proposal, b: Proposal): number => (a.id < b.id ? -1 : 1);
