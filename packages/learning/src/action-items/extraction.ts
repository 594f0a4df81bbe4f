// An extraction under way: what was found so far, and under which headings. Pure. Rules: SPEC A1-A72.

import type { MarkdownDocument } from '../markdown/document.ts';
import { plainText } from '../markdown/inline.ts';
import type { CalendarDate } from '../timeline/calendar.ts';
import { findKind } from './action-kind.ts';
import { findDue } from './due.ts';
import type { ActionFields, Priority } from './model.ts';
import { findOwner, type People } from './owner.ts';
import { findPriority } from './priority.ts';
import { findStatus, hasTick, withoutTick, type ExtractedStatus } from './status.ts';
import { findTicket } from './ticket.ts';
import { isHint } from './wording.ts';

export interface ExtractedAction extends ActionFields {
  status: ExtractedStatus | null;
  /** The Markdown it was read from and its 1-based line. */
  source: { sentence: string; line: number };
}

/** Fields that a table's cells or a heading give, stronger than those in the text. */
export interface GivenFields {
  readonly owner?: string | null;
  readonly due?: string | null;
  readonly priority?: Priority | null;
  readonly ticket?: string | null;
  readonly status?: ExtractedStatus | null;
}

/** 3 a line that says "Action item:", 2 and 1 strength of the section, 0 a task list anywhere. */
export type Tier = 0 | 1 | 2 | 3;

export interface Candidate {
  readonly tier: Tier;
  readonly action: ExtractedAction;
}

export interface Extraction {
  readonly document: MarkdownDocument;
  readonly people: People;
  readonly today: CalendarDate | null;
  readonly found: Candidate[];
  sections: { readonly depth: number; readonly title: string }[];
  isFirstHeading: boolean;
  /** Strength of the last bold line or lead-in. */
  label: 0 | 1 | 2;
  /** What the nearest heading says of all items under it. */
  inherited: GivenFields;
}

/** Longer "actions" are essays; their fields are read from the beginning. */
export const longestAction = 4000;

export function addAction(
  extraction: Extraction,
  tier: Tier,
  text: string,
  line: number,
  given: GivenFields = {},
): void {
  const sentence = withoutTick(text).slice(0, longestAction).trim();
  if (sentence.length < 3 || isHint(sentence)) return;
  const plain = plainText(sentence);
  extraction.found.push({
    tier,
    action: {
      text: plain,
      owner: given.owner ?? findOwner(sentence, extraction.people),
      due: given.due ?? findDue(plain, extraction.today),
      priority: given.priority ?? findPriority(plain),
      kind: findKind(plain),
      ticket: given.ticket ?? findTicket(sentence, extraction.document.links) ?? extraction.inherited.ticket ?? null,
      status: given.status ?? (hasTick(text) ? 'completed' : findStatus(plain)) ?? extraction.inherited.status ?? null,
      source: { sentence, line },
    },
  });
}
