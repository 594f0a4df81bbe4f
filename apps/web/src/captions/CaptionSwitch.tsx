// Whether the last caption of the meeting stands in the room.
import { Segmented } from '../design/Segmented.tsx';
import { showCaptions, useCaptionsShown } from './caption-log.ts';

export const CaptionSwitch = () => {
  const shown = useCaptionsShown();
  return (
    <>
      <Segmented
        label="Captions of the meeting"
        options={[
          { value: 'off', label: 'Spoken only' },
          { value: 'on', label: 'Shown' },
        ]}
        value={shown ? 'on' : 'off'}
        onChange={(value) => showCaptions(value === 'on')}
      />
      <p className="small">
        Stages, the clock, hands, rounds and votes, in a line at the lower edge of the room. A screen reader says them
        either way; all of them can be read back.
      </p>
    </>
  );
};
