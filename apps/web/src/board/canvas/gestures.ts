// Hands on the board: wheel and trackpad, two fingers, a finger on paper, the middle button, Space and drag. SPEC B15.
import type { Camera } from './camera.ts';
import type { Point } from './camera-math.ts';
import { wheelPx } from './wheel.ts';

/** A notch of a wheel zooms by a fifth, a trackpad's pinch as the fingers go. */
const zoomOfPx = 0.01;
const mostZoomPx = 22;
/** A finger that trembles less than this taps. */
const tapSlopPx = 8;
const glideMs = 320;

const interactive = 'button, a, input, textarea, select, form, summary, [contenteditable], [data-card-id]';

/** A press on something that has its own use for it. */
export const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(interactive) !== null;

/** A part of a zone that scrolls sideways keeps the wheel that goes sideways. */
const scrollsItself = (event: WheelEvent, frame: HTMLElement): boolean => {
  const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
  for (let element = event.target instanceof Element ? event.target : null; element && element !== frame;) {
    if (element instanceof HTMLTextAreaElement || (sideways && element.matches('[data-scroller]'))) {
      const room = sideways
        ? event.deltaX < 0
          ? element.scrollLeft
          : element.scrollWidth - element.clientWidth - element.scrollLeft
        : event.deltaY < 0
          ? element.scrollTop
          : element.scrollHeight - element.clientHeight - element.scrollTop;
      if (room > 1) return true;
    }
    element = element.parentElement;
  }
  return false;
};

/** @param onPan  tells while a hand holds the paper, for the pointer's look. @returns how to let go. */
export const takeGestures = (
  frame: HTMLElement,
  camera: Camera,
  onPan: (how: 'ready' | 'held' | null) => void,
): (() => void) => {
  const stops = new AbortController();
  const { signal } = stops;
  const fingers = new Map<number, Point>();
  let pinch: { middle: Point; apart: number } | null = null;
  let holding: { id: number; last: Point; slop: boolean } | null = null;
  let space = false;
  let glide = 0;
  let speed: Point = { x: 0, y: 0 };
  let movedAt = 0;

  const wheel = (event: WheelEvent): void => {
    cancelAnimationFrame(glide);
    const { x, y } = wheelPx(event);
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const by = Math.max(-mostZoomPx, Math.min(mostZoomPx, y));
      camera.zoomBy(Math.exp(-by * zoomOfPx), camera.at(event));
      return;
    }
    if (scrollsItself(event, frame)) return;
    event.preventDefault();
    // A wheel without a sideways axis goes sideways with Shift.
    const turned = event.shiftKey && x === 0;
    camera.pan(-(turned ? y : x), turned ? 0 : -y);
  };

  const begin = (event: PointerEvent, slop: boolean): void => {
    cancelAnimationFrame(glide);
    holding = { id: event.pointerId, last: { x: event.clientX, y: event.clientY }, slop };
    speed = { x: 0, y: 0 };
    if (!slop) {
      frame.setPointerCapture(event.pointerId);
      onPan('held');
    }
  };
  const down = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      pinch = null;
      if (fingers.size === 1) {
        if (!(event.target instanceof Element && event.target.closest('textarea, input, [contenteditable]')))
          begin(event, true);
      } else holding = null;
      return;
    }
    if (event.button !== 1 && !(event.button === 0 && space)) return;
    event.preventDefault();
    event.stopPropagation();
    begin(event, false);
  };
  const move = (event: PointerEvent): void => {
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size >= 2) {
      const [a, b] = [...fingers.values()];
      if (!a || !b) return;
      const now = { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, apart: Math.hypot(a.x - b.x, a.y - b.y) };
      if (pinch) {
        camera.drag(now.middle.x - pinch.middle.x, now.middle.y - pinch.middle.y);
        camera.zoomBy(
          now.apart / Math.max(1, pinch.apart),
          camera.at({ clientX: now.middle.x, clientY: now.middle.y }),
        );
      }
      pinch = now;
      return;
    }
    if (holding?.id !== event.pointerId) return;
    const dx = event.clientX - holding.last.x;
    const dy = event.clientY - holding.last.y;
    if (holding.slop && Math.hypot(dx, dy) < tapSlopPx) return;
    if (holding.slop) {
      holding.slop = false;
      frame.setPointerCapture(event.pointerId);
    }
    const elapsed = Math.max(1, event.timeStamp - movedAt);
    movedAt = event.timeStamp;
    speed = { x: dx / elapsed, y: dy / elapsed };
    holding.last = { x: event.clientX, y: event.clientY };
    if (event.pointerType === 'touch') camera.pan(dx, dy);
    else camera.drag(dx, dy);
  };
  const up = (event: PointerEvent): void => {
    const wasTouch = fingers.delete(event.pointerId);
    pinch = null;
    if (holding?.id !== event.pointerId) return;
    const panned = !holding.slop;
    holding = null;
    onPan(space ? 'ready' : null);
    if (wasTouch && panned && event.timeStamp - movedAt < 60) glideOn();
  };
  /** Goes on for a moment as the finger went, until anything else moves the board. */
  const glideOn = (): void => {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    let last = performance.now();
    let expected = camera.get();
    const go = (now: number): void => {
      const current = camera.get();
      if (current.x !== expected.x || current.y !== expected.y || current.z !== expected.z) return;
      const elapsed = Math.max(0, now - last);
      last = now;
      const slower = Math.exp(-elapsed / glideMs);
      speed = { x: speed.x * slower, y: speed.y * slower };
      if (Math.hypot(speed.x, speed.y) < 0.02) return;
      camera.pan(speed.x * elapsed, speed.y * elapsed);
      expected = camera.get();
      glide = requestAnimationFrame(go);
    };
    glide = requestAnimationFrame(go);
  };

  const spaceKey = (event: KeyboardEvent): void => {
    if (event.key !== ' ') return;
    const target = event.target instanceof Element ? event.target : null;
    if (event.type === 'keyup') {
      if (space) onPan(null);
      space = false;
    } else if (!target?.closest('button, a, input, textarea, select, summary, [contenteditable], dialog')) {
      event.preventDefault();
      if (!space) onPan('ready');
      space = true;
    }
  };
  const leave = (): void => {
    space = false;
    fingers.clear();
    holding = null;
    onPan(null);
  };

  // Safari tells a pinch on its trackpad by events of its own.
  let scale = 1;
  const pinched = (event: Event): void => {
    event.preventDefault();
    const now = 'scale' in event && typeof event.scale === 'number' ? event.scale : 1;
    if (event.type === 'gesturechange' && event instanceof MouseEvent) camera.zoomBy(now / scale, camera.at(event));
    scale = now;
  };
  frame.addEventListener('gesturestart', pinched, { signal });
  frame.addEventListener('gesturechange', pinched, { signal });

  frame.addEventListener('wheel', wheel, { passive: false, signal });
  frame.addEventListener('pointerdown', down, { capture: true, signal });
  frame.addEventListener('pointermove', move, { signal });
  frame.addEventListener('pointerup', up, { signal });
  frame.addEventListener('pointercancel', up, { signal });
  // The middle button would begin to scroll by itself.
  frame.addEventListener('mousedown', (event) => event.button === 1 && event.preventDefault(), { signal });
  window.addEventListener('keydown', spaceKey, { signal });
  window.addEventListener('keyup', spaceKey, { signal });
  window.addEventListener('blur', leave, { signal });
  return () => {
    cancelAnimationFrame(glide);
    stops.abort();
  };
};
