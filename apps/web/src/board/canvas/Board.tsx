// The board as a canvas: zones with fixed edges one below the other on a world that a camera moves over, other people's
// pointers, a map of where one is. What moves at the speed of a hand is outside React.
import type { Zone as StageZone } from '@hearth/review/templates/template';
import type { CardId } from '@hearth/review/ids';
import type { BoardZone } from '@hearth/board/zones';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useAnnounce } from '../../design/announce.tsx';
import { ActionsZone } from '../ActionsZone.tsx';
import { CanvasSizeContext } from '../canvas-size.ts';
import { useCommands } from '../commands.tsx';
import { FactorsZone } from '../factors/FactorsZone.tsx';
import { focusCard, onWantedCard } from '../focus.ts';
import { LearningsZone } from '../LearningsZone.tsx';
import { PerspectivesZone } from '../PerspectivesZone.tsx';
import { InZone, useSession, useUi } from '../session.tsx';
import { TimelineZone } from '../timeline/TimelineZone.tsx';
import { arrowPan } from './arrow-pan.ts';
import { slackPx } from './camera.ts';
import { boardControls, type BoardControls } from './controls.ts';
import { showFar } from './far-layer.ts';
import { isTaken, takeGestures } from './gestures.ts';
import { CanvasContext } from './lens.ts';
import { selectByTouch } from './long-press.ts';
import { beginMarquee, cardBoxes } from './marquee.ts';
import { CardTools, Cursors, Minimap } from './late-parts.ts';
import { pointAt } from './pointing.ts';
import styles from './Canvas.module.css';

/** The world is as wide as the frame, but no narrower than its zones can be. */
const narrowestPx = 880;
const paddingPx = 12;

export interface BoardProps {
  /** Zone of the room's stage; null in stages that are about the people. */
  stageZone: StageZone | null;
  questions: Record<BoardZone, string>;
  /** Gives the room ways to move the board. */
  onReady?: (controls: BoardControls) => void;
}

export const Board = ({ stageZone, questions, onReady }: BoardProps) => {
  const session = useSession();
  const commands = useCommands();
  const announce = useAnnounce();
  const { presence, select, ui, canvas } = session;
  const { camera, places } = canvas;
  const frame = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const far = useRef<HTMLCanvasElement>(null);
  const marquee = useRef<HTMLDivElement>(null);
  const [frameWidth, setFrameWidth] = useState(0);
  const width = frameWidth / useUi((state) => state.larger);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = (): void => setFrameWidth(element.clientWidth);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (frame.current && world.current) return camera.attach(frame.current, world.current);
    return undefined;
  }, [camera]);
  useEffect(() => {
    const element = frame.current;
    if (!element || !world.current || !far.current) return;
    const stops = [
      takeGestures(element, camera, (how) => {
        if (how === null) delete element.dataset['hand'];
        else element.dataset['hand'] = how;
      }),
      selectByTouch(element, session, announce),
      showFar(far.current, world.current, session),
      arrowPan(camera),
      onWantedCard((id) => flushSync(() => ui.set({ wanted: id }))),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [camera, session, announce, ui]);

  const controls = useMemo(() => boardControls(session), [session]);
  const ready = useEffectEvent(() => onReady?.(controls));
  useEffect(() => ready(), [controls]);

  useEffect(() => () => presence.point(null), [presence]);
  const point = useMemo(() => pointAt(presence), [presence]);

  /** The card that is drawn at a place from afar. */
  const farCardAt = (event: { clientX: number; clientY: number }): CardId | null => {
    if (!camera.far() || !world.current) return null;
    const { x, y } = camera.toWorld(event);
    const hit = cardBoxes(camera, places, world.current).find(
      ({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    );
    return hit?.id ?? null;
  };
  /** A press on empty paper lets go of what is selected; from afar it selects what is drawn there. @returns whether it is empty. */
  const pressPaper = (event: { clientX: number; clientY: number; shiftKey: boolean }): boolean => {
    const id = farCardAt(event);
    if (id !== null) {
      if (event.shiftKey) session.pick(id);
      else session.selectAll([id]);
      focusCard(id);
      return false;
    }
    if (!event.shiftKey) {
      select(null);
      ui.set({ panel: null });
    }
    return true;
  };
  const byTouch = useRef(false);
  const press = (event: React.PointerEvent): void => {
    byTouch.current = event.pointerType === 'touch';
    // A finger may begin to pan: only a tap is a press.
    if (event.button !== 0 || byTouch.current || isTaken(event.target) || !pressPaper(event)) return;
    if (event.pointerType === 'mouse' && frame.current && world.current && marquee.current)
      beginMarquee(event.nativeEvent, frame.current, world.current, marquee.current, session);
  };
  const tap = useEffectEvent((event: MouseEvent) => {
    if (byTouch.current && !isTaken(event.target)) pressPaper(event);
  });
  useEffect(() => {
    const element = frame.current;
    const listener = (event: MouseEvent): void => tap(event);
    element?.addEventListener('click', listener);
    return () => element?.removeEventListener('click', listener);
  }, []);
  /** Whoever begins to write from afar comes close enough to see the words. */
  const comeClose = (event: React.FocusEvent): void => {
    const field = event.target;
    if (!camera.far() || !field.matches('input, textarea')) return;
    requestAnimationFrame(() => {
      if (document.activeElement === field && field instanceof HTMLElement) camera.centre(camera.freshBoxOf(field), 1);
    });
  };

  const size = useMemo(() => ({ far: 1, zoneWidth: Math.max(narrowestPx, width) - 2 * paddingPx - 2 }), [width]);

  return (
    <CanvasContext value={canvas}>
      <CanvasSizeContext value={size}>
        <div className={styles.canvas}>
          <div
            ref={frame}
            className={styles.frame}
            data-scroller
            data-frame
            tabIndex={-1}
            onPointerMove={point}
            onPointerLeave={() => presence.point(null)}
            onPointerDown={press}
            onDoubleClick={(event) => {
              const id = isTaken(event.target) ? null : farCardAt(event);
              if (id !== null) commands.edit(id);
            }}
            onFocus={comeClose}
          >
            <div className={styles.slack} aria-hidden="true" />
            <div
              ref={world}
              className={styles.world}
              data-world
              style={{ left: slackPx, top: slackPx, width: Math.max(narrowestPx, width) }}
            >
              {width > 0 && (
                <>
                  <InZone zone="timeline">
                    <TimelineZone here={stageZone === 'timeline'} question={questions.timeline} />
                  </InZone>
                  <InZone zone="perspectives">
                    <PerspectivesZone here={stageZone === 'perspectives'} question={questions.perspectives} />
                  </InZone>
                  <InZone zone="factors">
                    <FactorsZone here={stageZone === 'factors'} question={questions.factors} />
                  </InZone>
                  <div className={styles.beside}>
                    <InZone zone="learnings">
                      <LearningsZone here={stageZone === 'learnings'} question={questions.learnings} />
                    </InZone>
                    <InZone zone="actions">
                      <ActionsZone here={stageZone === 'learnings'} question={questions.actions} />
                    </InZone>
                  </div>
                </>
              )}
            </div>
          </div>
          <canvas ref={far} className={styles.far} aria-hidden="true" />
          <div ref={marquee} className={styles.marquee} aria-hidden="true" hidden />
          <Cursors />
          <Minimap controls={controls} />
          <CardTools />
        </div>
      </CanvasSizeContext>
    </CanvasContext>
  );
};
