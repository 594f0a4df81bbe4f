// Whether a question is offered for sentences that judge somebody.
import { Segmented } from '../design/Segmented.tsx';
import { setLensOn, useLensOn } from './language-switch.ts';

export const LanguageSwitch = () => {
  const on = useLensOn();
  return (
    <>
      <Segmented
        label="A question in place of blame"
        options={[
          { value: 'on', label: 'Offer' },
          { value: 'off', label: 'Off' },
        ]}
        value={on ? 'on' : 'off'}
        onChange={(value) => setLensOn(value === 'on')}
      />
      <p className="small">
        {on
          ? 'While you write on cards, in the narrative and for yourself, sentences that judge somebody get a question instead. Only you see it; nothing is sent or kept.'
          : 'Nothing looks at your words.'}
      </p>
    </>
  );
};
