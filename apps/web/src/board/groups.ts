// Groups: the places on the board where cards stand. One list for zones, drag, "Move to…", keys and the outline. Pure.
import {
  categoryNames,
  factorCategories,
  type Card,
  type CardKind,
  type Column,
  type EventCard,
  type FactorCategory,
  type Theme,
} from '@hearth/board/cards';
import type { CardChange } from '@hearth/board/operations';
import { dated, lanesOf, undated } from '@hearth/board/timeline';
import type { BoardView } from '@hearth/board/view';
import type { BoardZone } from '@hearth/board/zones';
import type { ColumnId, ThemeId } from '@hearth/review/ids';

export const zoneNames: Record<BoardZone, string> = {
  timeline: 'Timeline',
  perspectives: 'Perspectives',
  factors: 'Factors',
  learnings: 'Learnings',
  actions: 'Actions',
};

/** `event/<lane>`, `perspective/<columnId>`, `factor/<category>`, `factor/theme/<themeId>`, `question`, `learning`, `action/open`, `action/parked`. */
export type GroupKey = string;

export interface Group {
  key: GroupKey;
  zone: BoardZone;
  kind: CardKind;
  name: string;
  /** What a card of the kind becomes by standing here. */
  change: CardChange;
}

/** Shown from left to right: the conditions furthest from the event first. */
export const categoryOrder: readonly FactorCategory[] = factorCategories.toReversed();

const themePrefix = 'factor/theme/';

export const commonLane = 'Everyone';

export const groupKeyOf = (card: Card): GroupKey => {
  switch (card.kind) {
    case 'event':
      return `event/${card.lane}`;
    case 'perspective':
      return `perspective/${card.columnId}`;
    case 'factor':
      return card.theme === null ? `factor/${card.category}` : themeKey(card.theme);
    case 'action':
      return card.parked ? 'action/parked' : 'action/open';
    case 'question':
    case 'learning':
      return card.kind;
  }
};

export const groupsOf = (view: Pick<BoardView, 'list' | 'columns' | 'themes'>): Group[] => [
  ...laneNames(view.list('event')).map((lane): Group => ({
    key: `event/${lane}`,
    zone: 'timeline',
    kind: 'event',
    name: lane === '' ? commonLane : lane,
    change: { lane },
  })),
  ...view.columns().map((column): Group => ({
    key: `perspective/${column.id}`,
    zone: 'perspectives',
    kind: 'perspective',
    name: columnName(column),
    change: { columnId: column.id },
  })),
  ...categoryOrder.map((category): Group => ({
    key: `factor/${category}`,
    zone: 'factors',
    kind: 'factor',
    name: categoryNames[category],
    change: { category, theme: null },
  })),
  ...view.themes().map((theme): Group => ({
    key: themeKey(theme.id),
    zone: 'factors',
    kind: 'factor',
    name: themeName(theme),
    change: { theme: theme.id },
  })),
  { key: 'question', zone: 'factors', kind: 'question', name: 'Questions', change: {} },
  { key: 'learning', zone: 'learnings', kind: 'learning', name: 'Learnings', change: {} },
  { key: 'action/open', zone: 'actions', kind: 'action', name: 'Actions', change: { parked: false } },
  { key: 'action/parked', zone: 'actions', kind: 'action', name: 'Parked for later', change: { parked: true } },
];

export const themeKey = (id: ThemeId): GroupKey => `${themePrefix}${id}`;

/** The theme whose group it is; null for every other place. */
export const themeOfKey = (key: GroupKey): ThemeId | null =>
  key.startsWith(themePrefix) ? (key.slice(themePrefix.length) as ThemeId) : null;

export const themeName = ({ name }: Pick<Theme, 'name'>): string => name || 'A theme without a name';

export const columnName = (column: Column): string => column.name || 'Somebody';

/** Lanes of all events, dated or not; the common one is always there to write in. */
export const laneNames = (events: readonly EventCard[]): string[] => {
  const named = lanesOf(events).filter((lane) => lane !== '');
  return [...named, ''];
};

/** Cards of a group in the order in which they are shown. */
export const cardsIn = (view: Pick<BoardView, 'list'>, key: GroupKey): readonly Card[] => {
  const kind = key.split('/', 1)[0];
  const rest = key.slice(key.indexOf('/') + 1);
  switch (kind) {
    case 'event': {
      const events = view.list('event').filter((card) => card.lane === rest);
      return [...dated(events), ...undated(events)];
    }
    case 'perspective':
      return view.list('perspective').filter((card) => card.columnId === (rest as ColumnId));
    case 'factor': {
      const theme = themeOfKey(key);
      return view
        .list('factor')
        .filter((card) => (theme === null ? card.theme === null && card.category === rest : card.theme === theme));
    }
    case 'action':
      return view.list('action').filter((card) => card.parked === (rest === 'parked'));
    case 'question':
      return view.list('question');
    case 'learning':
      return view.list('learning');
    default:
      return [];
  }
};
