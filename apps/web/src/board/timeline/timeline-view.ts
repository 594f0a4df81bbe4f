// How somebody looks at the timeline: kept on their device, and no business of the others.
import { createStore, useStore } from '../store.ts';
import { laneModes, type LaneMode } from './lanes.ts';

export interface TimelineView {
  lanes: LaneMode;
  /** As it was known then: what came to be known only afterwards is not shown. */
  asThen: boolean;
  /** The dialog in which tellings of different lanes are compared. */
  comparing: boolean;
}

export type AxisStep = 'in' | 'out' | 'whole';

/** What keys and the palette do to the axis that is on the screen; null while there is none. */
export interface AxisControls {
  zoom: (step: AxisStep) => void;
  /** In which a moment is moved at this scale, milliseconds. */
  snapMs: number;
}

const key = 'hearth.timeline.view';

const stored = (): Pick<TimelineView, 'lanes' | 'asThen'> => {
  try {
    const value = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Record<string, unknown>> | null;
    return {
      lanes: laneModes.find((mode) => mode === value?.['lanes']) ?? 'lane',
      asThen: value?.['asThen'] === true,
    };
  } catch {
    // Storage can be switched off, or hold anything.
    return { lanes: 'lane', asThen: false };
  }
};

const view = createStore<TimelineView>({ ...stored(), comparing: false });
const axis = createStore<{ controls: AxisControls | null }>({ controls: null });

export const useTimelineView = <Part>(select: (state: TimelineView) => Part): Part => useStore(view, select);

export const useAxisControls = (): AxisControls | null => useStore(axis, ({ controls }) => controls);

export const timelineView = (): TimelineView => view.get();

export const changeTimelineView = (change: Partial<TimelineView>): void => {
  view.set(change);
  const { lanes, asThen } = view.get();
  try {
    localStorage.setItem(key, JSON.stringify({ lanes, asThen }));
  } catch {
    // Not kept, and nothing is lost by that.
  }
};

export const axisControls = (): AxisControls | null => axis.get().controls;

export const setAxisControls = (controls: AxisControls | null): void => axis.set({ controls });
