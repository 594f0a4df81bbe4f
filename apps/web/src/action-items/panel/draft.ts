// A proposal as a person edits it before confirming. Pure.
import { actionFields, type ProposalBody } from '@hearth/protocol/http/action-items';
import { counted } from '@hearth/review/time/words';
import type * as z from 'zod/mini';

export type ProposalDraft = z.input<typeof actionFields>;

export const draftOf = ({ text, owner, due, priority, kind, ticket }: ProposalBody): ProposalDraft => ({
  text,
  owner,
  due,
  priority,
  kind,
  ticket,
});

export type DraftProblems = Partial<Record<keyof ProposalDraft, string>>;

/** What keeps a draft from being confirmed, a sentence a field; the server asks the same. */
export const draftProblems = (draft: ProposalDraft): DraftProblems => {
  const parsed = actionFields.safeParse(draft);
  if (parsed.success) return {};
  return Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
};

/** Whether the sentence tells more than the text that was taken from it. */
export const sentenceAdds = (sentence: string, text: string): boolean => plain(sentence) !== plain(text);

/** Whether the sentence begins with the text, so that only fields follow, which are shown beside it. */
export const onlyFieldsFollow = (sentence: string, text: string): boolean => plain(sentence).startsWith(plain(text));

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export interface ProposalCounts {
  proposed: number;
  confirmed: number;
  dismissed: number;
}

export const countStates = (proposals: readonly ProposalBody[]): ProposalCounts => {
  const counts: ProposalCounts = { proposed: 0, confirmed: 0, dismissed: 0 };
  for (const proposal of proposals) counts[proposal.state] += 1;
  return counts;
};

/** What a search found, for everybody and aloud. */
export const foundWords = ({ proposed, confirmed, dismissed }: ProposalCounts): string => {
  const decided = confirmed + dismissed;
  const before = decided === 0 ? '' : ` ${counted(decided, 'was', 'were')} decided before and stay as they are.`;
  if (proposed === 0) return decided === 0 ? 'Nothing on the board reads like an action yet.' : `Nothing new.${before}`;
  return `${counted(proposed, 'action')} to look at.${before}`;
};

/** `3 confirmed, 1 dismissed` */
export const decidedWords = ({ confirmed, dismissed }: ProposalCounts): string =>
  [confirmed > 0 ? `${confirmed} confirmed` : '', dismissed > 0 ? `${dismissed} dismissed` : '']
    .filter(Boolean)
    .join(', ');
