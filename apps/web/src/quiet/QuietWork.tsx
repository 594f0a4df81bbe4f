// Makes it quiet: my pointer stays here, and what others do is marked for the style sheet, which shows none of it.
import { useEffect } from 'react';
import { useSession } from '../board/session.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { setObserving, useQuiet } from './quiet.ts';
import './quiet.css';

export const QuietWork = () => {
  const { presence } = useSession();
  const { role } = useFacilitation();
  const quiet = useQuiet();
  useEffect(() => setObserving(role === 'observer'), [role]);
  useEffect(() => {
    presence.quiet(quiet);
    document.documentElement.toggleAttribute('data-quiet', quiet);
    return () => {
      presence.quiet(false);
      document.documentElement.removeAttribute('data-quiet');
    };
  }, [presence, quiet]);
  return null;
};
