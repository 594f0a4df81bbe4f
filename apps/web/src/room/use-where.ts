// Where one is in the room, which rendering is in front, and the ways from one place to another.
import type { BoardZone } from '@hearth/board/zones';
import type { CardId } from '@hearth/review/ids';
import type { Stage } from '@hearth/review/templates/template';
import { type RefObject, useMemo, useState } from 'react';
import type { BoardControls } from '../board/canvas/controls.ts';
import { focusCard } from '../board/focus.ts';
import { lookAtStage } from '../opening/look-at-stage.ts';
import { goToZoneWhenThere } from './go-to-zone.ts';
import type { PhoneTab } from './PhoneRoom.tsx';
import type { RoomView } from './Rail.tsx';

/** @param startsAt  what a phone opens with. */
export const useWhere = (controls: RefObject<BoardControls | null>, startsAt: PhoneTab) => {
  const [view, setView] = useState<RoomView>('board');
  const [tab, setTab] = useState<PhoneTab>(startsAt);
  const ways = useMemo(() => {
    const leaveNarrative = (): void => setView((now) => (now === 'narrative' ? 'board' : now));
    const goToNarrative = (): void => {
      setTab('narrative');
      setView('narrative');
    };
    /** In the rendering that one has of it. */
    const goToBoard = (): void => {
      setTab('board');
      leaveNarrative();
    };
    return {
      leaveNarrative,
      goToNarrative,
      goToBoard,
      goTo: (stage: Stage): void => {
        if (stage.zone === 'narrative') {
          goToNarrative();
          return;
        }
        setTab('now');
        leaveNarrative();
        if (stage.zone === null) lookAtStage(stage);
        else goToZoneWhenThere(stage.zone, controls, true);
      },
      goToZone: (zone: BoardZone): void => {
        goToBoard();
        goToZoneWhenThere(zone, controls, true);
      },
      openCard: (id: CardId): void => {
        goToBoard();
        focusCard(id);
      },
    };
  }, [controls]);
  return { view, setView, tab, setTab, ...ways };
};
