// The board from afar, on a canvas: cards that are not at hand, as boxes with their headlines, and under a quarter of the size
// the names of the groups. Words here keep their size on the screen. SPEC B28.
import type { CardKind } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import type { BoardZone } from '@hearth/board/zones';
import { groupsOf, zoneNames } from '../groups.ts';
import { headline } from '../relations.ts';
import type { BoardSession } from '../session.tsx';
import type { Rect } from '../spatial.ts';
import type { Camera } from './camera.ts';
import { headlinesUnder, namesUnder } from './camera-math.ts';
import { farLines } from './far-words.ts';

const wordsPx = 11;
const namePx = 13;
const zonePx = 15;

interface Look {
  colours: Record<CardKind | 'card' | 'line' | 'ink' | 'ink-2' | 'sheet', string>;
  sans: string;
  serif: string;
}

const readLook = (element: HTMLElement): Look => {
  const style = getComputedStyle(element);
  // light-dark() is resolved by an element that uses it, not by the variable.
  const probe = document.createElement('i');
  element.append(probe);
  const colour = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    event: colour('event'),
    perspective: colour('perspective'),
    factor: colour('factor'),
    question: colour('question'),
    learning: colour('learning'),
    action: colour('action'),
    card: colour('card'),
    line: colour('line'),
    ink: colour('ink'),
    'ink-2': colour('ink-2'),
    sheet: colour('sheet'),
  };
  probe.remove();
  return { colours, sans: style.getPropertyValue('--sans'), serif: style.getPropertyValue('--serif') };
};

/** Draws whenever something that it shows has moved, at most once a frame. @returns how to stop. */
export const showFar = (canvas: HTMLCanvasElement, world: HTMLElement, session: BoardSession): (() => void) => {
  const { camera, places } = session.canvas;
  const context = canvas.getContext('2d');
  if (!context) return () => undefined;
  let look: Look | null = null;
  let asked = 0;
  let blank = true;
  /** Headlines by card, cut to the letters that fit. */
  const cuts = new WeakMap<object, Map<number, string>>();

  const cut = (id: CardId, letters: number): string => {
    const card = session.view.card(id);
    if (!card) return '';
    const known = cuts.get(card) ?? new Map<number, string>();
    cuts.set(card, known);
    const words = known.get(letters) ?? headline(card, letters);
    known.set(letters, words);
    return words;
  };

  const draw = (): void => {
    asked = 0;
    const { x, y, z } = camera.get();
    const seen = camera.view();
    const far = z < headlinesUnder;
    const waiting: { kind: CardKind; id: CardId; box: Rect }[] = [];
    const mounted = far || !blank || camera.fast() || session.canvas.turns.busy() ? mountedIn(world) : null;
    const atHand = far ? new Set<string>([...session.picked(), focusedCard()]) : null;
    if (mounted)
      for (const [holder, boxes] of places.holders()) {
        const origin = camera.boxOf(holder);
        if (!meets(origin, seen)) continue;
        const clip = scrollerOf(holder, world, camera);
        for (const { id, left, top, right, bottom } of boxes) {
          const box = {
            left: origin.left + left,
            top: origin.top + top,
            right: origin.left + right,
            bottom: origin.top + bottom,
          };
          const shows =
            meets(box, seen) && (clip === null || within(box, clip)) && !(mounted.has(id) && (atHand?.has(id) ?? true));
          const kind = shows ? session.view.card(id)?.kind : undefined;
          if (kind) waiting.push({ kind, id, box });
        }
      }
    if (!far && waiting.length === 0 && blank) return;
    const ratio = window.devicePixelRatio;
    const { width, height } = camera.frame();
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    blank = !far && waiting.length === 0;
    if (blank) return;
    // What is drawn for a card that is about to be mounted goes when it is.
    if (!far) ask();
    look ??= readLook(canvas.parentElement ?? canvas);
    const { colours, sans, serif } = look;
    const onScreen = ({ left, top, right, bottom }: Rect): [number, number, number, number] => [
      x + left * z,
      y + top * z,
      (right - left) * z,
      (bottom - top) * z,
    ];
    context.fillStyle = colours.card;
    context.strokeStyle = colours.line;
    context.lineWidth = 1;
    context.beginPath();
    for (const { box } of waiting) context.rect(...onScreen(box));
    context.fill();
    context.stroke();
    for (const { kind, box } of waiting) {
      const [left, top, , tall] = onScreen(box);
      context.fillStyle = colours[kind];
      context.fillRect(left, top, Math.max(2, 3 * z), tall);
    }
    if (z >= namesUnder) {
      const size = far ? wordsPx : Math.round(14 * z);
      const linePx = Math.round(size * 1.25);
      context.font = `500 ${size}px ${sans}`;
      context.textBaseline = 'top';
      context.fillStyle = colours.ink;
      for (const { id, box } of waiting) {
        const [left, top, wide, tall] = onScreen(box);
        const lines = Math.max(1, Math.min(3, Math.floor((tall - 2) / linePx)));
        const perLine = Math.floor((wide - 9) / (size * 0.47));
        if (perLine < 4) continue;
        let at = top + Math.max(1, (Math.min(tall, lines * linePx) - lines * linePx) / 2 + 2);
        for (const line of farLines(cut(id, perLine * lines), perLine, lines)) {
          context.fillText(line, left + 6, at, wide - 8);
          at += linePx;
        }
      }
    }
    if (!far) return;
    drawNames(z, onScreen, { colours, sans, serif });
  };

  /** Names over what they name, on a bit of paper of their own. */
  const drawNames = (
    z: number,
    onScreen: (rect: Rect) => [number, number, number, number],
    { colours, sans, serif }: Look,
  ): void => {
    const label = (words: string, left: number, top: number, most: number): void => {
      const wide = Math.min(most, context.measureText(words).width);
      if (wide < 12) return;
      context.fillStyle = colours.sheet;
      context.fillRect(left - 4, top - 2, wide + 8, 19);
      context.fillStyle = colours.ink;
      context.fillText(words, left, top, most);
    };
    context.textBaseline = 'top';
    if (z < namesUnder) {
      context.font = `600 ${namePx}px ${sans}`;
      const zones = new Set<string>(Object.values(zoneNames));
      const names = new Map(groupsOf(session.view).map(({ key, name }) => [key, name]));
      for (const element of world.querySelectorAll<HTMLElement>('[data-group]')) {
        const name = names.get(element.dataset['group'] ?? '');
        const [left, top, wide, tall] = onScreen(camera.boxOf(element));
        if (name && !zones.has(name) && tall > 40 && wide > 54) label(name, left + 5, top + 3, wide - 10);
      }
    }
    context.font = `500 ${zonePx}px ${serif}`;
    for (const element of world.querySelectorAll<HTMLElement>('[data-zone]')) {
      const [left, top, wide] = onScreen(camera.boxOf(element));
      label(zoneNames[element.dataset['zone'] as BoardZone], left + 6, top + 1, wide - 12);
    }
  };

  const ask = (): void => {
    if (asked === 0) asked = requestAnimationFrame(draw);
  };
  const onTheme = (): void => {
    look = null;
    ask();
  };
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', onTheme);
  const themes = new MutationObserver(onTheme);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'style', 'class'] });
  const onView = (): void => {
    if (!blank) ask();
  };
  const stops = [camera.subscribe(ask), places.subscribe(ask), session.view.subscribe(onView)];
  ask();
  return () => {
    for (const stop of stops) stop();
    themes.disconnect();
    dark.removeEventListener('change', onTheme);
    cancelAnimationFrame(asked);
  };
};

/** Empty without one. */
const focusedCard = (): string =>
  document.activeElement?.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'] ?? '';

const meets = (a: Rect, b: Rect): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

const within = (box: Rect, clip: Rect): boolean => box.left >= clip.left && box.right <= clip.right;

/** A part of a zone that scrolls sideways hides what is beside it. */
const scrollerOf = (holder: HTMLElement, world: HTMLElement, camera: Camera): Rect | null => {
  const scroller = holder.closest<HTMLElement>('[data-scroller]');
  if (!scroller || !world.contains(scroller) || scroller.scrollWidth <= scroller.clientWidth) return null;
  const box = camera.boxOf(scroller);
  return { ...box, left: box.left + Number(holder.dataset['header'] ?? 0) };
};

const mountedIn = (world: HTMLElement): ReadonlySet<string> =>
  new Set([...world.querySelectorAll<HTMLElement>('[data-card-id]')].map((element) => element.dataset['cardId'] ?? ''));
