// The board as it was, drawn by the components of the living one: zones on a canvas, an outline on a phone.
import type { Zone as StageZone } from '@hearth/review/templates/template';
import { boardZones } from '@hearth/board/zones';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { Board } from '../board/canvas/Board.tsx';
import { cardKey } from '../board/card-keys.ts';
import { BoardCommandsProvider, useCommands } from '../board/commands.tsx';
import { cardElement } from '../board/focus.ts';
import { OutlineZone } from '../board/outline/OutlineZone.tsx';
import { BoardSessionProvider, useSession, type BoardSession } from '../board/session.tsx';
import { zoneQuestions } from '../room/zone-questions.ts';
import type { Arrival } from './use-replay.ts';
import styles from './History.module.css';

interface MomentViewProps {
  session: BoardSession;
  stageZone: string | null;
  onPhone: boolean;
  /** Which moment it is, and how one came to it. */
  index: number;
  arrival: Arrival;
}

export const MomentView = ({ session, ...shown }: MomentViewProps) => (
  <BoardSessionProvider session={session}>
    <BoardCommandsProvider>
      <Shown {...shown} />
    </BoardCommandsProvider>
  </BoardSessionProvider>
);

const Shown = ({ stageZone, onPhone, index, arrival }: Omit<MomentViewProps, 'session'>) => {
  const session = useSession();
  const commands = useCommands();
  const questions = useMemo(() => zoneQuestions([]), []);
  const onCardKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.defaultPrevented && cardKey(event, session, commands)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onCardKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
  // A step is followed at once; under a hand that drags the board keeps still until the hand does.
  const follow = useEffectEvent(() => showMarked(session, [...session.ui.get().marks.keys()]));
  useEffect(() => {
    if (arrival === 'start') return;
    const timer = setTimeout(() => follow(), arrival === 'drag' ? 350 : 60);
    return () => clearTimeout(timer);
  }, [index, arrival]);

  if (onPhone)
    return (
      <div className={styles.outline} data-cards>
        {boardZones.map((zone) => (
          <OutlineZone key={zone} zone={zone} look="cards" composers={false} />
        ))}
      </div>
    );
  return <Board stageZone={isStageZone(stageZone) ? stageZone : null} questions={questions} />;
};

const stageZones: readonly StageZone[] = ['timeline', 'perspectives', 'factors', 'learnings', 'narrative'];
const isStageZone = (zone: string | null): zone is StageZone => stageZones.some((known) => known === zone);

/** Where nothing of what changed is on the screen, the first of it comes there. */
const showMarked = ({ canvas }: BoardSession, ids: readonly Parameters<typeof cardElement>[0][]): void => {
  const elements = ids.flatMap((id) => cardElement(id) ?? []);
  const [first] = elements;
  const scroller = first?.closest('#moment');
  if (!first || !scroller) return;
  const frame = scroller.getBoundingClientRect();
  const visible = elements.some((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top > frame.top + 8 && bottom < Math.min(frame.bottom, window.innerHeight) - 8;
  });
  if (visible) return;
  // The camera knows where the board ends.
  if (first.closest('[data-frame]')) {
    canvas.camera.centre(canvas.camera.freshBoxOf(first));
    return;
  }
  const smooth = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  first.scrollIntoView({ block: 'center', inline: 'nearest', behavior: smooth ? 'smooth' : 'auto' });
};
