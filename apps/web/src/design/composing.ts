// Safari tells the key that ends a composition, such as the Enter that takes a Japanese word, after the composition and as a key
// of its own: a card would be sent with the first word. Nobody hears it here, as nobody acts on keys within a composition.

/** What an input method has taken, by the one property that says so in Safari. */
const takenByInputMethod = 229;

/** @returns how to stop. */
export const keepComposingKeys = (page: EventTarget, { vendor }: Pick<Navigator, 'vendor'>): (() => void) => {
  if (!vendor.startsWith('Apple')) return () => {};
  const heard = (event: Event): void => {
    if ('keyCode' in event && event.keyCode === takenByInputMethod && !('isComposing' in event && event.isComposing))
      event.stopImmediatePropagation();
  };
  page.addEventListener('keydown', heard, { capture: true });
  return () => page.removeEventListener('keydown', heard, { capture: true });
};
