// What floats beside a place in the text: within the page's main part, so that those who go by landmarks find it.

export const floatingHome = (): Element => document.querySelector('main') ?? document.body;

/** Below the place, or above it where there is no room; never beyond the screen. */
export const placeBeside = (box: HTMLElement, at: { left: number; top: number; bottom: number }): void => {
  const { width, height } = box.getBoundingClientRect();
  const edge = 8;
  const below = at.bottom + 4;
  const top = below + height + edge > window.innerHeight ? at.top - 4 - height : below;
  box.style.left = `${Math.max(edge, Math.min(at.left, window.innerWidth - width - edge))}px`;
  box.style.top = `${Math.max(edge, top)}px`;
};
