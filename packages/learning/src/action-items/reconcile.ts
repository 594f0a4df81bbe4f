// Brings what was just extracted together with what was proposed and decided before. Pure. Rules: SPEC R1-R6.
import type { ReviewId } from '@hearth/review/ids';
import type { ActionFields, ActionSource, Proposal } from './model.ts';
import { fingerprint, meaningfulWords, normalised, overlap } from './words.ts';

export interface ExtractedItem {
  source: ActionSource;
  fields: ActionFields;
}

/** Words in common from which a sentence counts as an edited form of one that is no longer there. */
const sameSentence = 0.7;

/**
 * The proposals that wait for a decision after an extraction, in the order extracted. What a person decided is left out:
 * it stays as it is, also when its source was slightly edited since.
 * @param existing  All proposals of the review, decided ones included.
 */
export const reconcile = (
  existing: readonly Proposal[],
  extracted: readonly ExtractedItem[],
  reviewId: ReviewId,
): Proposal[] => {
  const before = matchAll(existing, extracted);
  const taken = new Set(existing.filter((proposal) => proposal.state !== 'proposed').map((proposal) => proposal.id));
  for (const proposal of before.values()) taken.add(proposal.id);
  const proposals: Proposal[] = [];
  for (const item of extracted) {
    const known = before.get(item);
    if (known && known.state !== 'proposed') continue;
    const id = known?.id ?? newId(item.source, taken);
    taken.add(id);
    const { text, owner, due, priority, kind, ticket } = item.fields;
    const fields = { text, owner, due, priority, kind, ticket };
    proposals.push({ id, reviewId, ...fields, source: item.source, state: 'proposed', actionItemId: null });
  }
  return proposals;
};

/** Which earlier proposal each item is, at most one each: the surest ways to tell come first. */
const matchAll = (existing: readonly Proposal[], extracted: readonly ExtractedItem[]): Map<ExtractedItem, Proposal> => {
  const matches = new Map<ExtractedItem, Proposal>();
  const open = new Set(existing);
  const match = (item: ExtractedItem, proposal: Proposal | undefined): void => {
    if (!proposal) return;
    matches.set(item, proposal);
    open.delete(proposal);
  };
  const unmatched = (): ExtractedItem[] => extracted.filter((item) => !matches.has(item));

  const matchBy = (proposals: readonly Proposal[], keyOf: (source: ActionSource) => string): void => {
    const bySource = queuesBy(proposals, (proposal) => keyOf(proposal.source));
    for (const item of unmatched()) match(item, bySource.take(keyOf(item.source)));
  };

  // What was decided takes its sentences first: of equal ones, those that are left are open.
  matchBy(decided(open), writtenKey);
  matchBy(decided(open), sourceKey);
  // The same words from another place: a card that was made anew, a sentence that became a card.
  const decidedByText = queuesBy(decided(open), (proposal) => normalised(proposal.text));
  for (const item of unmatched()) match(item, decidedByText.take(normalised(item.fields.text)));
  matchBy([...open], writtenKey);
  matchBy([...open], sourceKey);

  const sentences = [...open].filter((proposal) => proposal.source.kind === 'narrative');
  const candidates = unmatched()
    .filter((item) => item.source.kind === 'narrative')
    .flatMap((item) => edits(item, sentences))
    .toSorted((a, b) => b.share - a.share);
  for (const { item, proposal } of candidates) if (!matches.has(item) && open.has(proposal)) match(item, proposal);
  return matches;
};

const decided = (proposals: Iterable<Proposal>): Proposal[] =>
  [...proposals].filter((proposal) => proposal.state !== 'proposed');

/** Letter by letter: of two sentences that differ in a comma, each finds its own. */
const writtenKey = (source: ActionSource): string =>
  source.kind === 'card' ? sourceKey(source) : `text ${source.sentence}`;

/** A card is told by its id, whatever its words; a sentence by its words. */
const sourceKey = (source: ActionSource): string =>
  source.kind === 'card' ? `card ${source.cardId}` : `text ${normalised(source.sentence)}`;

const edits = (item: ExtractedItem, sentences: readonly Proposal[]) => {
  const words = meaningfulWords(item.source.sentence);
  return sentences
    .map((proposal) => ({ item, proposal, share: overlap(words, meaningfulWords(proposal.source.sentence)) }))
    .filter(({ share }) => share >= sameSentence);
};

/** Proposals by a key, each taken once, in order. */
const queuesBy = (proposals: readonly Proposal[], keyOf: (proposal: Proposal) => string) => {
  const queues = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    const queue = queues.get(keyOf(proposal));
    if (queue) queue.push(proposal);
    else queues.set(keyOf(proposal), [proposal]);
  }
  return { take: (key: string): Proposal | undefined => queues.get(key)?.shift() };
};

/** Derived from the source; equal sentences count up. */
const newId = (source: ActionSource, taken: ReadonlySet<string>): string => {
  const prefix = source.kind === 'card' ? 'card' : 'text';
  for (let occurrence = 1; ; occurrence += 1) {
    const key = occurrence === 1 ? sourceKey(source) : `${sourceKey(source)} ${occurrence}`;
    const id = `${prefix}-${fingerprint(key)}`;
    if (!taken.has(id)) return id;
  }
};
