// Somebody who runs the meeting would like to show something: after three seconds the view goes where they look, and for a
// while there is a way back. Whoever writes, is in a dialog or a menu, or wanders is asked instead of moved.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { ParticipantId } from '@hearth/review/ids';
import { useEffect, useEffectEvent, useReducer, useRef } from 'react';
import { firstName } from '../../board/presence.ts';
import { useAnnounce } from '../../design/announce.tsx';
import { BelowToasts, useToast } from '../../design/toast.tsx';
import styles from '../StageNotice.module.css';
import { isBusy } from '../typing.ts';
import { useFacilitation } from '../use-facilitation.ts';
import { useWandering } from '../wander.ts';
import { isNewGathering, nextGather, type GatherState } from './gather-notice.ts';
import { nameOf } from './names.ts';

export interface GatherNoticeProps {
  /** Goes where somebody looks, once. */
  onVisit: (person: ParticipantId) => void;
  /** Remembers where this person is. @returns the way back there. */
  onMark: () => () => void;
}

export const GatherNotice = ({ onVisit, onMark }: GatherNoticeProps) => {
  const { view, seat } = useFacilitation();
  const announce = useAnnounce();
  const toast = useToast();
  const wanders = useWandering(seat.reviewId);
  const [gather, dispatch] = useReducer(nextGather, { kind: 'none' } satisfies GatherState);
  const before = useRef<FacilitationState | null>(null);
  const back = useRef<(() => void) | null>(null);
  const state = view?.state ?? null;
  const name = gather.kind === 'none' ? '' : firstName(nameOf(view, gather.by));

  const tell = useEffectEvent((by: ParticipantId) => {
    if (by === seat.participantId) {
      toast('Everyone is asked to come where you look.');
      return;
    }
    dispatch({ kind: 'gathered', by, nowMs: Date.now() });
    announce(`${firstName(nameOf(view, by))} would like to show you something.`);
  });
  useEffect(() => {
    const was = before.current;
    before.current = state;
    // Whoever joins, reloads or wakes up was not there to be asked.
    if (was === null || !view || !isNewGathering(was, view)) return;
    tell(view.state.gathering.by);
  }, [state, view]);

  const go = (by: ParticipantId): void => {
    back.current = onMark();
    onVisit(by);
  };
  const untilMs = gather.kind === 'none' ? null : gather.untilMs;
  const timeIsOver = useEffectEvent(() => {
    const stays = isBusy() || wanders;
    if (gather.kind === 'notice' && !stays) go(gather.by);
    // The clock may have been set back meanwhile: over is over.
    dispatch({ kind: 'time', nowMs: Math.max(Date.now(), untilMs ?? 0), stays });
  });
  useEffect(() => {
    if (untilMs === null) return;
    const timer = setTimeout(timeIsOver, Math.max(0, untilMs - Date.now()));
    return () => clearTimeout(timer);
  }, [untilMs]);

  return (
    <BelowToasts>
      {gather.kind === 'notice' && <div className={styles.notice}>{name} would like to show you something</div>}
      {gather.kind === 'pill' && (
        <button
          type="button"
          className={styles.pill}
          onClick={() => {
            go(gather.by);
            dispatch({ kind: 'went', nowMs: Date.now() });
          }}
        >
          {name} would like to show you something: go
        </button>
      )}
      {gather.kind === 'there' && (
        <div className={styles.notice}>
          <span>You are where {name} looks.</span>
          <button
            type="button"
            className={styles.undo}
            onClick={() => {
              dispatch({ kind: 'done' });
              back.current?.();
            }}
          >
            Back to where I was
          </button>
        </div>
      )}
    </BelowToasts>
  );
};
