// Which sheet of the meeting is open in this browser. Only parts that come late know it.
import { createStore, useStore } from '../board/store.ts';

export type Sheet = 'opening' | 'closing' | 'checklist' | 'decisions' | 'parked';

interface SheetState {
  sheet: Sheet | null;
  /** Somebody asked for it: it takes the focus, and stays when the stage goes. */
  asked: boolean;
  /** Id of what in it was asked for; null for the sheet as a whole. */
  part: string | null;
}

/** Of the ground rules, in the opening. */
export const rulesId = 'opening-rules';

const store = createStore<SheetState>({ sheet: null, asked: false, part: null });

export const useSheet = (): SheetState['sheet'] => useStore(store, ({ sheet }) => sheet);
export const openSheet = (): SheetState => store.get();

/** Somebody asks for it. */
export const askSheet = (sheet: Sheet, part: string | null = null): void => store.set({ sheet, asked: true, part });
/** The stage brings it: never over what is open, and without taking the focus. */
export const bringSheet = (sheet: Sheet): void => {
  if (store.get().sheet === null) store.set({ sheet, asked: false, part: null });
};
/** The stage has gone: what it brought goes with it. */
export const takeSheet = (sheet: Sheet): void => {
  const now = store.get();
  if (now.sheet === sheet && !now.asked) closeSheet();
};
export const closeSheet = (): void => store.set({ sheet: null, asked: false, part: null });
