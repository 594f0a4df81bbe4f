// An action while it is being edited: what is typed, what that changes, and where somebody else changed the same. Pure.
import {
  statusNames,
  type ActionItem,
  type ActionItemChange,
  type ActionKind,
  type ActionStatus,
  type Priority,
} from '@hearth/learning/action-items/model';

/** Every field as its control holds it: empty words for what is not set. */
export interface ItemDraft {
  text: string;
  owner: string;
  due: string;
  priority: Priority | '';
  kind: ActionKind | '';
  status: ActionStatus;
  completionNote: string;
  ticket: string;
}

const draftFields = ['text', 'owner', 'due', 'priority', 'kind', 'status', 'completionNote', 'ticket'] as const;
export type DraftField = (typeof draftFields)[number];

export const fieldNames: Record<DraftField, string> = {
  text: 'Action',
  owner: 'Owner',
  due: 'Due',
  priority: 'Priority',
  kind: 'Kind',
  status: 'Status',
  completionNote: 'Completion note',
  ticket: 'Ticket',
};

export const kindNames: Record<ActionKind, string> = { human: 'Human', technical: 'Technical' };

export const draftOf = (item: ActionItem): ItemDraft => ({
  text: item.text,
  owner: item.owner ?? '',
  due: item.due ?? '',
  priority: item.priority ?? '',
  kind: item.kind ?? '',
  status: item.status,
  completionNote: item.completionNote,
  ticket: item.ticket ?? '',
});

/** Which fields the draft changes, as the API wants them: nothing for what stands as it stood. */
export const changeOf = (item: ActionItem, draft: ItemDraft): ActionItemChange => {
  const next: Required<ActionItemChange> = {
    text: draft.text.trim(),
    owner: draft.owner.trim() || null,
    due: draft.due || null,
    priority: draft.priority || null,
    kind: draft.kind || null,
    status: draft.status,
    completionNote: draft.completionNote.trim(),
    ticket: draft.ticket.trim() || null,
  };
  return Object.fromEntries(
    draftFields.filter((field) => next[field] !== item[field]).map((field) => [field, next[field]]),
  );
};

export interface FieldConflict {
  field: DraftField;
  mine: string;
  theirs: string;
}

/**
 * Brings a draft that was begun on `base` onto `newer`: what I did not touch becomes theirs, what I did stays mine.
 * @returns the draft, and each field that both of us changed to something else.
 */
export const rebase = (
  base: ActionItem,
  newer: ActionItem,
  draft: ItemDraft,
): { draft: ItemDraft; conflicts: FieldConflict[] } => {
  const touched = new Set(Object.keys(changeOf(base, draft)));
  const before = draftOf(base);
  const theirs = draftOf(newer);
  const merged = Object.fromEntries(
    draftFields.map((field) => [field, touched.has(field) ? draft[field] : theirs[field]]),
  ) as unknown as ItemDraft;
  const conflicts = draftFields
    .filter((field) => touched.has(field) && theirs[field] !== before[field] && theirs[field] !== draft[field].trim())
    .map((field) => ({ field, mine: inWords(field, draft), theirs: inWords(field, theirs) }));
  return { draft: merged, conflicts };
};

/** What a field says, for reading; "nothing" where it is empty. */
const inWords = (field: DraftField, draft: ItemDraft): string => {
  if (field === 'status') return statusNames[draft.status];
  if (field === 'kind') return draft.kind === '' ? 'nothing' : kindNames[draft.kind];
  return draft[field].trim() || 'nothing';
};
