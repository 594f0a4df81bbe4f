// The board as a canvas: zones one below the other, zoom, a map of where one is, other people's pointers.
import type { Zone as StageZone } from '@hearth/review/templates/template';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState, type RefObject } from 'react';
import { ActionsZone } from '../ActionsZone.tsx';
import { CanvasSizeContext } from '../canvas-size.ts';
import { FactorsZone } from '../factors/FactorsZone.tsx';
import type { BoardZone } from '../groups.ts';
import { LearningsZone } from '../LearningsZone.tsx';
import { PerspectivesZone } from '../PerspectivesZone.tsx';
import { useSession } from '../session.tsx';
import { TimelineZone } from '../timeline/TimelineZone.tsx';
import { CardTools } from '../panels/CardTools.tsx';
import { Cursors } from './Cursors.tsx';
import { CanvasContext, createCardPlaces, createMountTurns, type Lens } from './lens.ts';
import { Minimap } from './Minimap.tsx';
import { levelWithin, nextZoom, readZoom, storeZoom, type ZoomStep } from './zoom.ts';
import styles from './Canvas.module.css';

/** Under this width of its own the board scrolls sideways instead of squeezing its zones. */
const narrowestPx = 880;
const paddingPx = 12;
/** At 85 % and below a card drops its details, and its words stay as large as they are. */
const farZoom = 0.85;

export interface BoardProps {
  /** Zone of the room's stage; null in stages that are about the people. */
  stageZone: StageZone | null;
  questions: Record<BoardZone, string>;
  /** Gives the room a way to zoom by key. */
  onReady?: (controls: BoardControls) => void;
}

export interface BoardControls {
  zoom: (step: ZoomStep) => void;
  /** For as long as one looks at what another sees: it is not kept. */
  zoomTo: (zoom: number) => void;
}

export const Board = ({ stageZone, questions, onReady }: BoardProps) => {
  const { presence, select, ui } = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(readZoom);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const stepZoom = useCallback((step: ZoomStep) => {
    const element = scroller.current;
    setZoom((before) => {
      const after = nextZoom(before, step);
      storeZoom(after);
      if (element)
        // What is in the middle stays in the middle.
        requestAnimationFrame(() => {
          const middle = element.scrollTop + element.clientHeight / 2;
          element.scrollTop = (middle * after) / before - element.clientHeight / 2;
        });
      return after;
    });
  }, []);
  useEffect(() => onReady?.({ zoom: stepZoom, zoomTo: (wanted) => setZoom(levelWithin(wanted)) }), [onReady, stepZoom]);

  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    stepZoom(event.deltaY < 0 ? 'in' : 'out');
  });
  useEffect(() => {
    const element = scroller.current;
    const wheel = (event: WheelEvent): void => onWheel(event);
    element?.addEventListener('wheel', wheel, { passive: false });
    return () => element?.removeEventListener('wheel', wheel);
  }, []);

  useEffect(() => () => presence.point(null), [presence]);
  const pointed = useRef(0);
  const point = (event: React.PointerEvent): void => {
    if (event.pointerType === 'touch' || event.timeStamp - pointed.current < 60) return;
    const zone = (event.target as Element).closest<HTMLElement>('[data-zone]');
    if (!zone) return;
    pointed.current = event.timeStamp;
    const rect = zone.getBoundingClientRect();
    const share = (at: number): number => Math.round(Math.min(1, Math.max(0, at)) * 10_000) / 10_000;
    presence.point({
      zone: zone.dataset['zone'] as BoardZone,
      x: share((event.clientX - rect.left) / rect.width),
      y: share((event.clientY - rect.top) / rect.height),
    });
  };

  const isFar = zoom <= farZoom;
  const far = isFar ? Math.max(1, 0.95 / zoom) : 1;
  const size = useMemo(
    () => ({ zoom, far, zoneWidth: Math.max(narrowestPx, width / zoom) - 2 * paddingPx - 2 }),
    [zoom, far, width],
  );

  const canvas = useMemo(
    () => ({ lens: scrollerLens(scroller, world), places: createCardPlaces(), turns: createMountTurns() }),
    [],
  );

  return (
    <CanvasContext value={canvas}>
      <CanvasSizeContext value={size}>
        <div className={styles.canvas}>
          <div
            ref={scroller}
            className={styles.scroller}
            data-scroller
            tabIndex={-1}
            onPointerMove={point}
            onPointerLeave={() => presence.point(null)}
            onPointerDown={(event) => {
              // A press on empty paper lets go of the selected card.
              if (!(event.target as Element).closest('[data-card-id], button, input, textarea, form')) {
                select(null);
                ui.set({ panel: null });
              }
            }}
          >
            <div
              ref={world}
              className={styles.world}
              data-zoom={zoom}
              data-far={isFar ? '' : undefined}
              style={{ zoom, minWidth: narrowestPx, '--far': far } as React.CSSProperties}
            >
              {width > 0 && (
                <>
                  <TimelineZone here={stageZone === 'timeline'} question={questions.timeline} />
                  <PerspectivesZone here={stageZone === 'perspectives'} question={questions.perspectives} />
                  <FactorsZone here={stageZone === 'factors'} question={questions.factors} />
                  <div className={styles.beside}>
                    <LearningsZone here={stageZone === 'learnings'} question={questions.learnings} />
                    <ActionsZone here={stageZone === 'learnings'} question={questions.actions} />
                  </div>
                </>
              )}
            </div>
            <Cursors scroller={scroller} zoom={zoom} />
          </div>
          <Minimap scroller={scroller} world={world} zoom={zoom} onZoom={stepZoom} />
          <CardTools />
        </div>
      </CanvasSizeContext>
    </CanvasContext>
  );
};

/** What is seen of a world that scrolls. */
const scrollerLens = (scroller: RefObject<HTMLDivElement | null>, world: RefObject<HTMLDivElement | null>): Lens => {
  const zoom = (): number => Number(world.current?.dataset['zoom'] ?? 1);
  return {
    zoom,
    far: () => false,
    view: () => {
      const { scrollLeft = 0, scrollTop = 0, clientWidth = 0, clientHeight = 0 } = scroller.current ?? {};
      return {
        left: scrollLeft / zoom(),
        top: scrollTop / zoom(),
        right: (scrollLeft + clientWidth) / zoom(),
        bottom: (scrollTop + clientHeight) / zoom(),
      };
    },
    boxOf: (element) => {
      const origin = world.current?.getBoundingClientRect() ?? new DOMRect();
      const rect = element.getBoundingClientRect();
      return {
        left: (rect.left - origin.left) / zoom(),
        top: (rect.top - origin.top) / zoom(),
        right: (rect.right - origin.left) / zoom(),
        bottom: (rect.bottom - origin.top) / zoom(),
      };
    },
    subscribe: (listener) => {
      const observer = new ResizeObserver(listener);
      if (scroller.current) observer.observe(scroller.current);
      if (world.current) observer.observe(world.current);
      document.addEventListener('scroll', listener, { capture: true, passive: true });
      return () => {
        observer.disconnect();
        document.removeEventListener('scroll', listener, { capture: true });
      };
    },
  };
};
