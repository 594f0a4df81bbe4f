// What can be done to the view of the timeline, by command: keys, the palette and its own buttons all come here.
import { useMemo } from 'react';
import { useAnnounce } from '../../design/announce.tsx';
import { laneModeNames, type LaneMode } from './lanes.ts';
import { axisControls, changeTimelineView, timelineView, type AxisStep } from './timeline-view.ts';

export type TimelineCommand =
  | 'axis-in'
  | 'axis-out'
  | 'axis-whole'
  | 'lanes-lane'
  | 'lanes-person'
  | 'lanes-kind'
  | 'as-then'
  | 'compare-lanes';

const axisWords: Record<AxisStep, string> = {
  in: 'Wider time axis',
  out: 'Narrower time axis',
  whole: 'The whole incident',
};

export const useTimelineActs = (): Record<TimelineCommand, () => void> => {
  const announce = useAnnounce();
  return useMemo(() => {
    const lanes = (mode: LaneMode) => () => {
      changeTimelineView({ lanes: mode });
      announce(`Lanes ${laneModeNames[mode].toLowerCase()}`);
    };
    const zoom = (step: AxisStep) => () => {
      const controls = axisControls();
      if (!controls) return;
      controls.zoom(step);
      announce(axisWords[step]);
    };
    return {
      'axis-in': zoom('in'),
      'axis-out': zoom('out'),
      'axis-whole': zoom('whole'),
      'lanes-lane': lanes('lane'),
      'lanes-person': lanes('person'),
      'lanes-kind': lanes('kind'),
      'as-then': () => {
        const asThen = !timelineView().asThen;
        changeTimelineView({ asThen });
        announce(asThen ? 'As it was known then: hindsight is hidden' : 'With what is known now');
      },
      'compare-lanes': () => changeTimelineView({ comparing: true }),
    };
  }, [announce]);
};
