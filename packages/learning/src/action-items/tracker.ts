// What the tracker shows: sections, overdue days, filters and the completion report (DOMAIN 4.7). Pure. Rules: SPEC K3-K8.
import { calendarDays, dayOf } from '@hearth/review/time/wall-time';
import { isSettled } from './change.ts';
import { priorities, type ActionItem, type ActionKind, type ActionStatus, type Priority } from './model.ts';

/** Whole days past the due day; 0 while it is not over, without a due day, and once settled. `today` is YYYY-MM-DD. */
export const daysOver = (item: Pick<ActionItem, 'due' | 'status'>, today: string): number =>
  item.due === null || isSettled(item.status) ? 0 : Math.max(0, calendarDays(item.due, today));

const sectionKinds = ['needs-a-hand', 'on-its-way', 'done'] as const;
export type SectionKind = (typeof sectionKinds)[number];

export const sectionNames: Record<SectionKind, string> = {
  'needs-a-hand': 'Needs a hand',
  'on-its-way': 'On its way',
  done: 'Done',
};

export interface TrackerSection<Item extends ActionItem> {
  kind: SectionKind;
  items: Item[];
}

/**
 * The three sections, in order; empty ones included. What needs a hand is overdue (longest first), then blocked, then
 * without an owner; the rest stands by urgency; what is done, latest first.
 * @param zone  IANA name: whose midnight makes an action overdue.
 */
export const trackerSections = <Item extends ActionItem>(
  items: readonly Item[],
  nowMs: number,
  zone = 'UTC',
): TrackerSection<Item>[] => {
  const today = dayOf(nowMs, zone);
  const byKind: Record<SectionKind, Item[]> = { 'needs-a-hand': [], 'on-its-way': [], done: [] };
  for (const item of items) byKind[sectionOf(item, today)].push(item);
  byKind['needs-a-hand'].sort(
    (a, b) => daysOver(b, today) - daysOver(a, today) || need(a) - need(b) || compareUrgency(a, b),
  );
  byKind['on-its-way'].sort(compareUrgency);
  byKind.done.sort((a, b) => settledAtMs(b) - settledAtMs(a) || compareIds(a, b));
  return sectionKinds.map((kind) => ({ kind, items: byKind[kind] }));
};

const sectionOf = (item: ActionItem, today: string): SectionKind => {
  if (isSettled(item.status)) return 'done';
  return daysOver(item, today) > 0 || need(item) < 2 ? 'needs-a-hand' : 'on-its-way';
};

/** Blocked before ownerless before neither. */
const need = (item: ActionItem): number => (item.status === 'blocked' ? 0 : hasOwner(item) ? 2 : 1);

const hasOwner = (item: ActionItem): boolean => item.owner !== null && item.owner.trim() !== '';

const settledAtMs = (item: ActionItem): number => item.completedAtMs ?? item.updatedAtMs;

/** Settled last, then by due day, by priority, by age. A total order. */
export const compareUrgency = (a: ActionItem, b: ActionItem): number =>
  Number(isSettled(a.status)) - Number(isSettled(b.status)) ||
  compareText(a.due ?? '9999-12-31', b.due ?? '9999-12-31') ||
  priorityRank(a.priority) - priorityRank(b.priority) ||
  a.createdAtMs - b.createdAtMs ||
  compareIds(a, b);

const priorityRank = (priority: Priority | null): number =>
  priority === null ? priorities.length : priorities.indexOf(priority);

const compareIds = (a: ActionItem, b: ActionItem): number => compareText(a.id, b.id);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface TrackerFilter {
  /** Words that the text, the owner or the ticket contains, all of them. */
  text?: string;
  /** A person's name, whatever its case, with or without an @. */
  owner?: string;
  status?: readonly ActionStatus[];
  priority?: readonly Priority[];
  kind?: ActionKind;
  reviewId?: string;
  /** Only what is past its due day. */
  overdue?: boolean;
}

/** Whether an action passes every part of the filter. `today` is YYYY-MM-DD. */
export const matches = (item: ActionItem, filter: TrackerFilter, today: string): boolean =>
  (filter.reviewId === undefined || item.reviewId === filter.reviewId) &&
  (filter.status === undefined || filter.status.includes(item.status)) &&
  (filter.priority === undefined || (item.priority !== null && filter.priority.includes(item.priority))) &&
  (filter.kind === undefined || item.kind === filter.kind) &&
  (filter.owner === undefined || (item.owner !== null && samePerson(item.owner, filter.owner))) &&
  (filter.overdue !== true || daysOver(item, today) > 0) &&
  (filter.text === undefined || hasWords(item, filter.text));

export const samePerson = (a: string, b: string): boolean => personKey(a) === personKey(b) && personKey(a) !== '';

const personKey = (name: string): string => name.normalize('NFKC').trim().replace(/^@/, '').toLowerCase();

const hasWords = (item: ActionItem, wanted: string): boolean => {
  const words = [item.text, item.owner ?? '', item.ticket ?? ''].join(' ').toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
};

export interface PriorityCount {
  total: number;
  completed: number;
}

/** Actions that will not be done are counted in `wontDo` and nowhere else. */
export interface TrackerSummary {
  total: number;
  completed: number;
  open: number;
  wontDo: number;
  /** Share of all that is completed, 0 to 1; null when there is none. */
  completionRate: number | null;
  /** Completed on the due day or before. */
  onTime: number;
  /** Share of the completed ones with a due day, 0 to 1; null when there is none. */
  onTimeRate: number | null;
  /** Days from creation to completion, on average; null when nothing is completed. */
  averageDays: number | null;
  openOverdue: number;
  /** Open for more than 90 days. */
  openOlderThan90Days: number;
  byPriority: Record<Priority | 'none', PriorityCount>;
}

const dayMs = 86_400_000;

/** The completion report (DOMAIN 4.7). */
export const trackerSummary = (items: readonly ActionItem[], nowMs: number, zone = 'UTC'): TrackerSummary => {
  const today = dayOf(nowMs, zone);
  const counting = items.filter((item) => item.status !== 'wont_do');
  const completed = counting.filter((item) => item.status === 'completed');
  const open = counting.filter((item) => item.status !== 'completed');
  const promised = completed.filter((item) => item.due !== null);
  const onTime = promised.filter((item) => item.due !== null && dayOf(settledAtMs(item), zone) <= item.due).length;
  const totalDays = completed.reduce((sum, item) => sum + (settledAtMs(item) - item.createdAtMs) / dayMs, 0);
  const count = (priority: Priority | null): PriorityCount => ({
    total: counting.filter((item) => item.priority === priority).length,
    completed: completed.filter((item) => item.priority === priority).length,
  });
  return {
    total: counting.length,
    completed: completed.length,
    open: open.length,
    wontDo: items.length - counting.length,
    completionRate: counting.length === 0 ? null : completed.length / counting.length,
    onTime,
    onTimeRate: promised.length === 0 ? null : onTime / promised.length,
    averageDays: completed.length === 0 ? null : totalDays / completed.length,
    openOverdue: open.filter((item) => daysOver(item, today) > 0).length,
    openOlderThan90Days: open.filter((item) => nowMs - item.createdAtMs > 90 * dayMs).length,
    byPriority: { P1: count('P1'), P2: count('P2'), P3: count('P3'), none: count(null) },
  };
};
