import { useEffect, useEffectEvent } from 'react';
import { focusPrivateField } from './private-field.ts';

/** In the place of a composer: leads to one's own field, and is gone. */
export const ToPrivateField = ({ onClose }: { onClose: (how: 'blur') => void }) => {
  const go = useEffectEvent(() => {
    onClose('blur');
    focusPrivateField();
  });
  useEffect(() => go(), []);
  return null;
};
