// An attribute of the page as a whole, for what stands above a screen and is placed by it, such as messages. Not
// `:root:has(…)`: the browser would ask that of all the page again with every card that comes into sight.
import { useInsertionEffect } from 'react';

/** There before anything in the screen is measured. @param value  null: without it. */
export const useRootMark = (
  name: 'data-room' | 'data-phone-room' | 'data-sheet' | 'data-drawer-over' | 'data-text-tools',
  value: string | null,
): void => {
  useInsertionEffect(() => {
    if (value === null) return;
    const root = document.documentElement;
    root.setAttribute(name, value);
    return () => root.removeAttribute(name);
  }, [name, value]);
};
