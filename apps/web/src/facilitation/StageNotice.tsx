// Tells that the room moved: a calm notice for three seconds, then the view follows. Whoever is typing, or in a dialog
// or a menu, is left alone and gets a pill instead. Facilitators can take a move back, and are told kindly when the time is up.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import { undoWithinMs } from '@hearth/review/facilitation/moves';
import type { Stage } from '@hearth/review/templates/template';
import { ArrowRight, Bell } from 'lucide-react';
import { useEffect, useEffectEvent, useReducer, useState, type RefObject } from 'react';
import { firstName } from '../board/presence.ts';
import { Button } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { Notice } from '../design/Notice.tsx';
import { moveWords, nextNotice, noticeMs, stageMove, type NoticeState, type StageMove } from './stage-moves.ts';
import styles from './StageNotice.module.css';
import { isBusy } from './typing.ts';
import { BelowToasts } from '../design/toast.tsx';
import { nameOf } from './running/names.ts';
import { useCommand, useFacilitation, useRemaining, useSecondsUntil } from './use-facilitation.ts';
import { useWandering } from './wander.ts';

export interface StageNoticeProps {
  /**
   * Takes this person's view to where the room is. Called three seconds after a move, unless they are busy or wander; and when
   * they press the pill. The key G is the room's to bind, to the same function.
   */
  onGo: (stage: Stage) => void;
  /** The stage or zone this person looks at already makes the pill needless: true hides it. */
  there: boolean;
  /** How the meeting stood when somebody last looked whether it moved: moves from before this part came are told too. */
  seenRef: RefObject<FacilitationState | null>;
}

/** Whoever wanders sees where the room is in the rail as well. */
const pillOfWandererMs = 20_000;

export const StageNotice = ({ onGo, there, seenRef }: StageNoticeProps) => {
  const { view, facilitates, seat } = useFacilitation();
  const wanders = useWandering(seat.reviewId);
  const [notice, dispatch] = useReducer(nextNotice, { kind: 'none' } satisfies NoticeState);
  const state = view?.state ?? null;

  const tell = useEffectEvent((move: StageMove) => {
    dispatch({ kind: 'moved', move, nowMs: Date.now() });
  });
  useEffect(() => {
    if (state === null) return;
    const move = stageMove(seenRef.current, state);
    seenRef.current = state;
    if (move !== null) tell(move);
  }, [state, seenRef]);

  const untilMs = notice.kind === 'notice' ? notice.untilMs : null;
  const followOrWait = useEffectEvent(() => {
    const stays = isBusy() || wanders;
    if (notice.kind === 'notice' && notice.move.kind !== 'ended' && !stays) onGo(notice.move.stage);
    // The clock may have been set back meanwhile: over is over.
    dispatch({ kind: 'time', nowMs: Math.max(Date.now(), untilMs ?? 0), stays });
  });
  useEffect(() => {
    if (untilMs === null) return;
    const timer = setTimeout(followOrWait, Math.min(noticeMs, Math.max(0, untilMs - Date.now())));
    return () => clearTimeout(timer);
  }, [untilMs]);

  const aside = wanders && notice.kind === 'pill';
  useEffect(() => {
    if (!aside) return;
    const timer = setTimeout(() => dispatch({ kind: 'went' }), pillOfWandererMs);
    return () => clearTimeout(timer);
  }, [aside]);

  // Those who run the meeting together see who did what.
  const by = facilitates && state?.lastAct && state.lastAct.by !== seat.participantId ? state.lastAct.by : null;
  const name = by === null ? null : firstName(nameOf(view, by));

  return (
    <BelowToasts>
      {notice.kind === 'notice' && <div className={styles.notice}>{moveWords(notice.move, name)}</div>}
      {notice.kind === 'pill' && !there && (
        <button
          type="button"
          className={styles.pill}
          onClick={() => {
            dispatch({ kind: 'went' });
            onGo(notice.stage);
          }}
        >
          The room is in {notice.stage.name}: go <kbd aria-hidden="true">G</kbd>
        </button>
      )}
      {facilitates && state?.status === 'running' && (
        <>
          {notice.kind !== 'notice' && <UndoMove state={state} by={name} />}
          <TimeIsUp state={state} />
        </>
      )}
    </BelowToasts>
  );
};

/** Stays for as long as the move can be taken back, once the notice has gone. */
const UndoMove = ({ state, by }: { state: FacilitationState; by: string | null }) => {
  const command = useCommand();
  const seconds = useSecondsUntil(state.lastMove === null ? null : state.lastMove.atMs + undoWithinMs);
  if (seconds === 0) return null;
  return (
    <div className={styles.notice}>
      <span>
        {by === null ? 'Moved' : `${by} moved`} to {state.stages[state.stageIndex]?.name}.
      </span>
      <span className={styles.seconds} aria-hidden="true">
        {seconds} s
      </span>
      <button type="button" className={styles.undo} onClick={() => void command({ kind: 'undo-move' })}>
        Undo
      </button>
    </div>
  );
};

/** Once for each visit of a stage; put aside, it stays away. */
const TimeIsUp = ({ state }: { state: FacilitationState }) => {
  const remaining = useRemaining();
  const command = useCommand();
  const [aside, setAside] = useState<string | null>(null);
  const stage = state.stages[state.stageIndex];
  const next = state.stages[state.stageIndex + 1];
  const visit = `${state.visits.length}:${state.timer.plannedMs}`;
  // While the room is asked for more minutes, that is the question.
  if (!stage || !remaining?.over || aside === visit || state.extendAsked) return null;
  return (
    <Notice
      icon={Bell}
      live="none"
      className={styles.timeUp}
      title={`Time is up for ${stage.name}.`}
      actions={
        <>
          <Button look="line" onClick={() => void command({ kind: 'extend', minutes: 5 })}>
            +5<span className="vh"> minutes</span>
          </Button>
          {next && (
            <Button look="ink" onClick={() => void command({ kind: 'next' })}>
              <span className="vh">Move the room to </span>
              {next.name} <Icon of={ArrowRight} />
            </Button>
          )}
          <Button onClick={() => void command({ kind: 'ask-extend', minutes: 5 })}>
            Ask the room<span className="vh"> for five more minutes</span>
          </Button>
          <Button onClick={() => setAside(visit)}>Not now</Button>
        </>
      }
    >
      Nothing is locked. Take the time you need.
    </Notice>
  );
};
