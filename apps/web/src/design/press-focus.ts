// Safari on a Mac does not focus a button that is pressed: the focus leaves the field for nowhere, and what closes when its focus
// goes elsewhere is gone before the press becomes a click. With this a pressed button has the focus there as well.

const pressable = 'button, summary, input[type="checkbox"], input[type="radio"]';

/** Acts in the browser that needs it alone: with the default action goes whatever else a press would begin. @returns how to stop. */
export const focusWhatIsPressed = (
  page: EventTarget,
  { vendor, maxTouchPoints }: Pick<Navigator, 'vendor' | 'maxTouchPoints'>,
): (() => void) => {
  // On a phone or a tablet the field keeps the focus, and its keyboard stays.
  if (!vendor.startsWith('Apple') || maxTouchPoints > 0) return () => {};
  const pressed = (event: Event): void => {
    if (event.defaultPrevented || !(event instanceof MouseEvent) || event.button !== 0) return;
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>(pressable) : null;
    if (!button || button.matches(':disabled')) return;
    event.preventDefault();
    button.focus({ preventScroll: true });
  };
  page.addEventListener('mousedown', pressed);
  return () => page.removeEventListener('mousedown', pressed);
};
