// The tracker's filters as they stand in the address: to be shared, and to come back to. Pure.
import {
  actionKinds,
  actionStatuses,
  priorities,
  type ActionKind,
  type ActionStatus,
  type Priority,
} from '@hearth/learning/action-items/model';
import type { TrackerFilter } from '@hearth/learning/action-items/tracker';

export interface TrackerSearch {
  whose: 'mine' | 'all';
  find: string;
  status: ActionStatus | '';
  priority: Priority | '';
  kind: ActionKind | '';
  review: string;
}

/** Reads the address; what it does not know counts as not set. */
export const readSearch = (parameters: URLSearchParams): TrackerSearch => ({
  whose: parameters.get('whose') === 'mine' ? 'mine' : 'all',
  find: parameters.get('find') ?? '',
  status: actionStatuses.find((status) => status === parameters.get('status')) ?? '',
  priority: priorities.find((priority) => priority === parameters.get('priority')) ?? '',
  kind: actionKinds.find((kind) => kind === parameters.get('kind')) ?? '',
  review: parameters.get('review') ?? '',
});

/** Writes only what differs from showing everything. */
export const writeSearch = (search: TrackerSearch): URLSearchParams =>
  new URLSearchParams(
    Object.entries(search).filter(([name, value]) => value !== '' && !(name === 'whose' && value === 'all')),
  );

/** @param me  whose actions "mine" are; null shows none as mine. */
export const filterOf = (search: TrackerSearch, me: string | null): TrackerFilter => ({
  ...(search.whose === 'mine' ? { owner: me ?? '' } : {}),
  ...(search.find.trim() === '' ? {} : { text: search.find.trim() }),
  ...(search.status === '' ? {} : { status: [search.status] }),
  ...(search.priority === '' ? {} : { priority: [search.priority] }),
  ...(search.kind === '' ? {} : { kind: search.kind }),
  ...(search.review === '' ? {} : { reviewId: search.review }),
});

export const isFiltered = (search: TrackerSearch): boolean => writeSearch(search).size > 0;
