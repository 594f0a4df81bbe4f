// How a field knows its hint, which comes late.
export const hintMark = 'data-language-hint';

/** Whether the focus only moved from a field to its hint. */
export const isInHint = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`[${hintMark}]`) !== null;
