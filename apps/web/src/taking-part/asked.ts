// What somebody asked to see: a dialog, or the bar of reactions. Buttons, menus and keys ask; what shows it comes late.
import { createStore, useStore } from '../board/store.ts';

type Asked = 'reactions' | 'round' | 'open-vote' | 'votes';

const asked = createStore<{ what: Asked | null }>({ what: null });

export const askFor = (what: Asked | null): void => asked.set({ what });
export const isAsked = (what: Asked): boolean => asked.get().what === what;
export const useAsked = (): Asked | null => useStore(asked, ({ what }) => what);
