// The room as a meeting room's wall shows it: the board alone, larger, which goes where the room goes. One key ends it.
// Rules: SPEC BS1–BS3.
import type { Stage } from '@hearth/review/templates/template';
import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { firstName } from '../board/presence.ts';
import { useSession } from '../board/session.tsx';
import { useAnnounce } from '../design/announce.tsx';
import { IconButton } from '../design/Button.tsx';
import { usePlaceBelowToasts } from '../design/toast.tsx';
import { runsTheRoom } from '../facilitation/people.ts';
import { noticeMs } from '../facilitation/stage-moves.ts';
import { StageClock } from '../facilitation/StageClock.tsx';
import { stagePlace } from '../facilitation/StageName.tsx';
import { useFacilitation, useRemaining } from '../facilitation/use-facilitation.ts';
import type { Following } from '../follow/use-following.ts';
import { AgendaFace } from './AgendaFace.tsx';
import { useKeepAwake } from './keep-awake.ts';
import { largerFor } from './larger.ts';
import styles from './BigBoard.module.css';
import { overlayOpen } from '../design/overlay.ts';
import './big-screen.css';

const hintMs = 8_000;
const settledMs = 350;

const whenLaidOut = (then: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(then));
};

interface BigBoardProps {
  title: string;
  following: Following;
  onGo: (stage: Stage) => void;
  onLeave: () => void;
}

export const BigBoard = ({ title, following, onGo, onLeave }: BigBoardProps) => {
  const { view, seat } = useFacilitation();
  const { ui, canvas } = useSession();
  const announce = useAnnounce();
  const remaining = useRemaining();
  const [hint, setHint] = useState(true);
  useKeepAwake();
  const state = view?.state ?? null;
  const stage = state?.status === 'running' ? (state.stages[state.stageIndex] ?? null) : null;
  const go = useEffectEvent(() => {
    if (stage !== null && following.whom === null) onGo(stage);
  });

  useEffect(() => {
    const root = document.documentElement;
    root.setAttribute('data-big-screen', '');
    const { camera } = canvas;
    let going: ReturnType<typeof setTimeout> | undefined;
    let fitted = 0;
    // All of its width, whenever that is laid out anew: a narrow window lays it out no narrower than its zones can be.
    const fit = (): void => {
      const z = camera.frame().width / Math.max(1, camera.world().width);
      if (Math.abs(z - fitted) < 0.001) return;
      fitted = z;
      camera.set({ ...camera.get(), x: 0, z });
      // Cards find their new heights over some frames.
      clearTimeout(going);
      going = setTimeout(go, settledMs);
    };
    const scale = (): void => {
      const larger = largerFor(window.innerWidth);
      root.style.setProperty('--larger', String(larger));
      ui.set({ larger });
      whenLaidOut(fit);
    };
    scale();
    const stopFitting = camera.subscribe(fit);
    window.addEventListener('resize', scale);
    return () => {
      stopFitting();
      clearTimeout(going);
      window.removeEventListener('resize', scale);
      root.removeAttribute('data-big-screen');
      root.style.removeProperty('--larger');
      ui.set({ larger: 1 });
      whenLaidOut(() => camera.set({ ...camera.get(), x: 0, z: 1 }));
    };
  }, [ui, canvas]);

  // After the notice, like everybody; but a wall neither wanders nor writes.
  const stageId = stage?.id;
  const shown = useRef(stageId);
  useEffect(() => {
    if (stageId === undefined || shown.current === stageId) return;
    shown.current = stageId;
    const timer = setTimeout(go, noticeMs + settledMs);
    return () => clearTimeout(timer);
  }, [stageId]);

  // How much of the room above the line notices take just now.
  const strip = useRef<HTMLElement>(null);
  const said = usePlaceBelowToasts();
  useEffect(() => {
    const root = document.documentElement;
    const measure = (): void => {
      if (!said || !strip.current) return;
      const { top, height } = said.getBoundingClientRect();
      const taken = height === 0 ? 0 : strip.current.getBoundingClientRect().top - top;
      root.style.setProperty('--said', `${Math.max(0, taken)}px`);
    };
    const watcher = new ResizeObserver(measure);
    for (const element of [said, strip.current]) if (element) watcher.observe(element);
    return () => {
      watcher.disconnect();
      root.style.removeProperty('--said');
    };
  }, [said]);

  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    const root = document.documentElement;
    // Whoever came by a key or a press may; otherwise F11 does it, as the hint says.
    void root.requestFullscreen?.().catch(() => undefined);
    const changed = (): void => {
      if (document.fullscreenElement === null) leave();
    };
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || overlayOpen()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      leave();
    };
    document.addEventListener('fullscreenchange', changed);
    window.addEventListener('keydown', pressed, { capture: true });
    announce('Big screen. Escape leaves it.');
    const timer = setTimeout(() => setHint(false), hintMs);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('fullscreenchange', changed);
      window.removeEventListener('keydown', pressed, { capture: true });
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
    };
  }, [announce]);

  const leader =
    view?.people.find((person) => person.participantId === view.state.leader) ??
    view?.people.find((person) => runsTheRoom(person.role) && person.participantId !== seat.participantId);
  const canFollow = leader !== undefined && following.possible(leader.participantId);
  // While a stage is about the people, or there is none, the board has nothing to say.
  const poster = following.whom === null && (stage === null || stage.zone === null || state?.round !== undefined);
  return (
    <div data-big-screen-part data-follow className={styles.big}>
      {poster && (
        <div className={styles.poster}>
          <AgendaFace title={title} />
        </div>
      )}
      <section ref={strip} className={styles.strip} aria-label="Big screen" data-poster={poster || undefined}>
        {!poster && stage && state && (
          <>
            <p className={styles.stage}>
              <strong dir="auto">{stage.name}</strong>
              <span className={styles.place}>{stagePlace(state)}</span>
            </p>
            <p dir="auto" className={styles.question}>
              {stage.question}
            </p>
            {remaining && (
              <div className={styles.clock}>
                <StageClock remaining={remaining} bare />
              </div>
            )}
          </>
        )}
        <div className={styles.acts}>
          {hint && (
            <p className={styles.hint}>
              <kbd>Esc</kbd> leaves, <kbd>F11</kbd> fills the screen
            </p>
          )}
          {canFollow && (
            <button
              type="button"
              className={styles.follow}
              aria-pressed={following.whom === leader.participantId}
              onClick={() => following.toggle(leader.participantId)}
            >
              {following.whom === leader.participantId ? 'Following' : 'Follow'} {firstName(leader.name)}
            </button>
          )}
          <IconButton icon={X} label="Leave the big screen" onClick={onLeave} />
        </div>
      </section>
    </div>
  );
};
