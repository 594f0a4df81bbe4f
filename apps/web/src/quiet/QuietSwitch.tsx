// Whether what others do just now is shown and spoken.
import { Segmented } from '../design/Segmented.tsx';
import { setQuiet, useQuiet } from './quiet.ts';

export const QuietSwitch = () => {
  const quiet = useQuiet();
  return (
    <>
      <Segmented
        label="Quiet mode"
        options={[
          { value: 'off', label: 'Together' },
          { value: 'on', label: 'Quiet' },
        ]}
        value={quiet ? 'on' : 'off'}
        onChange={(value) => setQuiet(value === 'on')}
      />
      <p className="small">
        {quiet
          ? 'No pointers, reactions or news of what others do just now, and yours is not shown to them. Stage, clock and what is written stay.'
          : 'Pointers, reactions and news of what others do are shown, and yours to them.'}
      </p>
    </>
  );
};
