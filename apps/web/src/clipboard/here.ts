// The group of the board where one is: beside the selected card, at the focus, else in the middle of the screen.
import type { BoardView } from '@hearth/board/view';
import { boardZones, type BoardZone } from '@hearth/board/zones';
import { defaultGroup } from '../board/default-group.ts';
import { groupKeyOf, groupsOf, type Group, type GroupKey } from '../board/groups.ts';
import type { BoardSession } from '../board/session.tsx';
import { lookNow } from '../follow/look.ts';

/** @returns null where nothing can stand yet: perspectives without a column. */
export const groupHere = (session: BoardSession, name: string): Group | null => {
  const { view, ui } = session;
  const { selected } = ui.get();
  const card = selected === null ? undefined : view.card(selected);
  const key = card ? groupKeyOf(card) : focusedGroup(view);
  // Nobody asked for the zone that is only in the middle: where nothing can stand there, there is always the timeline.
  const at =
    key ?? defaultGroup(view, zoneHere(), null, name) ?? (focusedZone() ? null : defaultGroup(view, 'timeline'));
  return groupsOf(view).find((group) => group.key === at) ?? null;
};

export const focusedGroup = (view: BoardView): GroupKey | null => {
  const key = document.activeElement?.closest<HTMLElement>('[data-group]')?.dataset['group'];
  return groupsOf(view).find((group) => group.key === key)?.key ?? null;
};

export const zoneHere = (): BoardZone => focusedZone() ?? lookNow('board', 1)?.zone ?? 'timeline';

export const focusedZone = (): BoardZone | undefined => {
  const focused = document.activeElement?.closest<HTMLElement>('[data-zone]')?.dataset['zone'];
  return boardZones.find((zone) => zone === focused);
};
