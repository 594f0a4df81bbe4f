// The stretch of the axis that is shown: zoom that keeps a moment where it is, and what the overview shows of it.
import type { EventCard } from '@hearth/board/cards';
import type { BoardView } from '@hearth/board/view';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { wheelPx } from '../canvas/wheel.ts';
import type { BoardUi } from '../session.tsx';
import type { Store } from '../store.ts';
import { snapStepOf, timeAt, xOf, type Axis } from './axis.ts';
import { fitAxis, mostStretch, type CardSizes } from './layout.ts';
import { setAxisControls, type AxisStep } from './timeline-view.ts';

const keyStep = 1.6;
/** A notch of a wheel is 100; a touchpad sends many small ones. */
const wheelStep = 0.0022;

export interface Span {
  fromMs: number;
  toMs: number;
}

export interface AxisView {
  stretch: number;
  most: number;
  zoom: (step: AxisStep) => void;
  /** Shows this stretch of time, as large as it fits. */
  show: (span: Span) => void;
  /** Moves what is shown so that it begins there. */
  scrollTo: (fromMs: number) => void;
  /** Brings a moment into view where it is out of it. */
  bring: (atMs: number) => void;
}

interface AxisViewOptions {
  events: readonly EventCard[];
  /** Room for the axis beside the names of the lanes. */
  width: number;
  header: number;
  sizes: CardSizes;
  /** The scale to begin with. */
  readable: number;
  ui: Store<BoardUi>;
  view: BoardView;
  /** What the sheet scrolls in. */
  scroller: RefObject<HTMLDivElement | null>;
}

/** A moment, and where it is to stay: px from the left edge of the axis that is seen. */
interface Anchor {
  atMs: number;
  offset: number;
}

export const useAxisView = ({
  events,
  width,
  header,
  sizes,
  readable,
  ui,
  view,
  scroller,
}: AxisViewOptions): AxisView => {
  /** null: as wide as the cards need to be read. */
  const [chosen, setChosen] = useState<number | null>(null);
  const most = mostStretch(events, width, sizes);
  const stretch = Math.min(most, chosen ?? readable);
  const anchor = useRef<Anchor | null>(null);
  const axis = fitAxis(events, width, stretch, sizes);

  /** After the sheet has its new width. */
  useLayoutEffect(() => {
    const element = scroller.current;
    const kept = anchor.current;
    anchor.current = null;
    if (element && kept && axis) element.scrollTo({ left: xOf(axis, kept.atMs) - kept.offset });
  });

  const shownNow = (): Span | null => {
    const element = scroller.current;
    return element && axis
      ? { fromMs: timeAt(axis, element.scrollLeft), toMs: timeAt(axis, element.scrollLeft + width) }
      : null;
  };
  /** The selected moment where it is seen, else the one nearest to the middle: what one comes closer to is never nothing. */
  const middle = (): Anchor | null => {
    const shown = shownNow();
    if (!shown || !axis) return null;
    const { selected } = ui.get();
    const card = selected === null ? undefined : view.card(selected);
    const at = card?.kind === 'event' && card.at !== null ? card.at : null;
    const half = (shown.fromMs + shown.toMs) / 2;
    const inView = (ms: number | null): ms is number => ms !== null && ms >= shown.fromMs && ms <= shown.toMs;
    const nearest = events.reduce<number | null>(
      (best, event) =>
        inView(event.at) && (best === null || Math.abs(event.at - half) < Math.abs(best - half)) ? event.at : best,
      null,
    );
    const atMs = inView(at) ? at : (nearest ?? half);
    return { atMs, offset: (atMs - shown.fromMs) * axis.pxPerMs };
  };
  const stretchTo = (wanted: number, keep: Anchor | null): void => {
    const next = Math.min(most, Math.max(1, wanted));
    anchor.current = next === 1 ? null : keep;
    setChosen(next);
  };

  const zoom = (step: AxisStep): void => {
    if (step === 'whole') stretchTo(1, null);
    else stretchTo(step === 'in' ? stretch * keyStep : stretch / keyStep, middle());
  };
  const onWheel = useEffectEvent((event: WheelEvent): void => {
    const element = scroller.current;
    if (!element || !axis) return;
    if (event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      const rect = element.getBoundingClientRect();
      const scale = rect.width / element.offsetWidth || 1;
      const offset = Math.max(0, (event.clientX - rect.left) / scale - header);
      const turn = wheelPx(event);
      stretchTo(stretch * Math.exp(-(turn.y === 0 ? turn.x : turn.y) * wheelStep), {
        atMs: timeAt(axis, element.scrollLeft + offset),
        offset,
      });
      return;
    }
    // Sideways on a stretched axis means the axis, and the board only where that has come to its end.
    const { x, y } = wheelPx(event);
    const sideways = event.shiftKey && x === 0 ? y : x;
    if (event.ctrlKey || event.metaKey || Math.abs(sideways) <= Math.abs(event.shiftKey ? 0 : y)) return;
    const before = element.scrollLeft;
    element.scrollBy({ left: sideways });
    if (element.scrollLeft === before) return;
    event.preventDefault();
    event.stopPropagation();
  });
  const there = axis !== null;
  useEffect(() => {
    const element = scroller.current;
    const wheel = (event: WheelEvent): void => onWheel(event);
    element?.addEventListener('wheel', wheel, { passive: false });
    return () => element?.removeEventListener('wheel', wheel);
  }, [there, scroller]);

  const latest = useRef(zoom);
  useEffect(() => {
    latest.current = zoom;
  });
  const pxPerMs = axis?.pxPerMs ?? 0;
  useEffect(() => {
    if (pxPerMs === 0) return;
    setAxisControls({ zoom: (step) => latest.current(step), snapMs: snapStepOf(pxPerMs) });
    return () => setAxisControls(null);
  }, [pxPerMs]);

  const whole = fitAxis(events, width, 1, sizes)?.pxPerMs ?? 0;
  const show = (span: Span): void => {
    if (whole === 0) return;
    const length = Math.max(1000, span.toMs - span.fromMs);
    stretchTo(width / length / whole, { atMs: span.fromMs, offset: 0 });
  };
  const scrollTo = (fromMs: number): void => {
    if (axis) scroller.current?.scrollTo({ left: xOf(axis, fromMs) });
  };
  const bring = (atMs: number): void => {
    const shown = shownNow();
    if (shown && (atMs < shown.fromMs || atMs > shown.toMs)) scrollTo(atMs - (shown.toMs - shown.fromMs) / 2);
  };
  return { stretch, most, zoom, show, scrollTo, bring };
};

/** What of the axis is seen, as it scrolls. For small parts: they render with every frame of it. */
export const useShownSpan = (scroller: RefObject<HTMLDivElement | null>, axis: Axis, width: number): Span => {
  const [left, setLeft] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let asked = 0;
    const look = (): void => {
      asked = 0;
      setLeft(element.scrollLeft);
    };
    const later = (): void => {
      if (asked === 0) asked = requestAnimationFrame(look);
    };
    look();
    element.addEventListener('scroll', later, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      element.removeEventListener('scroll', later);
    };
  }, [scroller, axis]);
  return { fromMs: timeAt(axis, left), toMs: timeAt(axis, left + width) };
};
