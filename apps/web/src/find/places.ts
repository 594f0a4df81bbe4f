// Going to what was found and back again. Nothing is opened: it comes to the middle, and is selected.
import type { CardId } from '@hearth/review/ids';
import { cardElement, wantCard } from '../board/focus.ts';
import type { Camera3 } from '../board/canvas/camera-math.ts';
import type { BoardSession } from '../board/session.tsx';
import type { FindTarget } from './find-items.ts';
import { markOnPage, unmarkPage } from './page-marks.ts';

/** Shown in the view that has just been opened: it is there a frame or two later. */
const whenThere = (look: () => Element | null, then: (element: Element) => void, tries = 20): void => {
  requestAnimationFrame(() => {
    const element = look();
    if (element !== null) then(element);
    else if (tries > 0) whenThere(look, then, tries - 1);
  });
};

const elementOf = (target: FindTarget): Element | null => {
  switch (target.kind) {
    case 'card':
      return cardElement(target.id);
    case 'link':
      return cardElement(target.from);
    case 'comment':
      return target.card === null ? document.querySelector('[data-board] .ProseMirror') : cardElement(target.card);
    case 'column':
      return document.querySelector(`[data-group="${CSS.escape(`perspective/${target.id}`)}"]`);
    case 'theme':
      return document.querySelector(`[data-theme-id="${CSS.escape(target.id)}"]`);
    case 'block':
      return document.querySelector('[data-board] .ProseMirror')?.children[target.index] ?? null;
    case 'person':
      return null;
  }
};

/** @param focus  whether the keys go there as well; else it is only shown. */
export const showTarget = (target: FindTarget, session: BoardSession, query: string, focus: boolean): void => {
  const card = target.kind === 'card' ? target.id : target.kind === 'link' ? target.from : null;
  if (card !== null) {
    session.select(card);
    wantCard(card);
  }
  whenThere(
    () => elementOf(target),
    (element) => {
      const { camera } = session.canvas;
      if (element instanceof HTMLElement && element.closest('[data-frame]'))
        camera.centre(camera.freshBoxOf(element), Math.max(camera.zoom(), readableZoom));
      else element.scrollIntoView({ block: 'center', inline: 'center' });
      if (focus) {
        unmarkPage();
        const to = target.kind === 'block' ? element.closest('.ProseMirror') : element;
        if (to instanceof HTMLElement) to.focus({ preventScroll: true });
      } else markOnPage(element, query);
    },
  );
};

/** From further away one comes close enough to read what was found. */
const readableZoom = 0.6;

interface Origin {
  camera: Camera3;
  focused: Element | null;
  selected: CardId | null;
  scrolled: readonly { element: Element; top: number; left: number }[];
}

/** Where one is: what is scrolled, what is selected, what has the focus. */
export const whereOneIs = (session: BoardSession): Origin => ({
  camera: session.canvas.camera.get(),
  focused: document.activeElement,
  selected: session.ui.get().selected,
  scrolled: [document.scrollingElement, ...document.querySelectorAll('[data-board], [data-board] *')].flatMap(
    (element) =>
      element !== null &&
      !element.matches('[data-frame]') &&
      (element.scrollTop !== 0 || element.scrollLeft !== 0 || element.matches('[data-scroller]'))
        ? [{ element, top: element.scrollTop, left: element.scrollLeft }]
        : [],
  ),
});

/** The view that one was in may have to open first: it is a frame or two later that it can be scrolled. */
export const goBack = ({ camera, focused, selected, scrolled }: Origin, session: BoardSession): void => {
  unmarkPage();
  session.select(selected);
  const again = (): void => {
    session.canvas.camera.set(camera);
    for (const { element, top, left } of scrolled)
      (element.isConnected ? element : document.querySelector('[data-scroller]:not([data-frame])'))?.scrollTo({
        top,
        left,
      });
    const target = focused?.isConnected ? focused : selected === null ? null : cardElement(selected);
    if (target instanceof HTMLElement && target !== document.body) target.focus({ preventScroll: true });
  };
  requestAnimationFrame(() => requestAnimationFrame(again));
};
