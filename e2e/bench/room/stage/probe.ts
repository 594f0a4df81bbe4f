// What is put into the page to measure it. These functions are sent there as text: they may use nothing around them.

export interface Painted {
  token: number;
  /** On the page's clock, after the frame in which it could first be seen. */
  paintedMs: number;
}

interface Probe {
  running: boolean;
  painted: Painted[];
  watcher: MutationObserver | null;
}
declare global {
  interface Window {
    hearthProbe?: Probe;
  }
}

/** Marks each animation frame for the trace, until `endFrames`. */
export const beginFrames = (marks: { begin: string; frame: string }): void => {
  const probe: Probe = { running: true, painted: [], watcher: null };
  window.hearthProbe = probe;
  performance.mark(marks.begin);
  const frame = (): void => {
    if (!probe.running) return;
    performance.mark(marks.frame);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
};

export const endFrames = (marks: { end: string }): void => {
  performance.mark(marks.end);
  if (window.hearthProbe) window.hearthProbe.running = false;
  performance.clearMarks();
};

/** Notes for every ⟦number⟧ that appears on a card when the frame that shows it was drawn. */
export const watchTokens = (): void => {
  const probe: Probe = { running: false, painted: [], watcher: null };
  const known = new Set<number>();
  const look = (element: Element | null | undefined): void => {
    const text = element?.closest('[data-card-id]')?.textContent ?? element?.textContent ?? '';
    for (const [, digits] of text.matchAll(/⟦(\d+)⟧/g)) {
      const token = Number(digits);
      if (known.has(token)) continue;
      known.add(token);
      requestAnimationFrame(() => {
        // A message comes after the drawing that follows the frame's callbacks.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          probe.painted.push({ token, paintedMs: performance.timeOrigin + performance.now() });
          port1.close();
        });
        port1.start();
        port2.postMessage(null);
      });
    }
  };
  probe.watcher = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') look(target.parentElement);
      else if (target instanceof Element && target.closest('[data-card-id]')) look(target);
      else for (const node of addedNodes) if (node instanceof Element) look(node);
    }
  });
  probe.watcher.observe(document.body, { childList: true, characterData: true, subtree: true });
  window.hearthProbe = probe;
};

/** What was noted since. */
export const takeTokens = (): Painted[] => {
  const probe = window.hearthProbe;
  probe?.watcher?.disconnect();
  return probe?.painted ?? [];
};

/** Cards that stand whole inside what is seen of the board, in the order of the document. */
export const cardsInSight = (): { id: string; x: number; y: number }[] => {
  const seen =
    document.querySelector('[data-scroller]')?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
  return [...document.querySelectorAll<HTMLElement>('[data-scroller] [data-card-id]')].flatMap((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (left < seen.left || right > seen.right || top < seen.top || bottom > seen.bottom) return [];
    return { id: element.dataset['cardId'] ?? '', x: (left + right) / 2, y: (top + bottom) / 2 };
  });
};

/** Whether a card is in the hand, by the name that its style has in the source. */
export const isLifted = (): boolean => document.querySelector('[data-card-id][class*="lifted"]') !== null;

/** The whole board beyond what is seen of it, in pixels of the screen: how far one can go each way. */
export const beyondSight = (): { left: number; right: number; up: number; down: number } => {
  const seen =
    document.querySelector('[data-scroller]')?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
  const zones = [...document.querySelectorAll('[data-scroller] [data-zone]')].map((zone) =>
    zone.getBoundingClientRect(),
  );
  const most = (sides: number[]): number => Math.max(0, ...sides);
  return {
    left: most(zones.map(({ left }) => seen.left - left)),
    right: most(zones.map(({ right }) => right - seen.right)),
    up: most(zones.map(({ top }) => seen.top - top)),
    down: most(zones.map(({ bottom }) => bottom - seen.bottom)),
  };
};
