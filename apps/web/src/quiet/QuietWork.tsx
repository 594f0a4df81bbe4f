// Makes the board quiet: my pointer stays here, and theirs stay there.
import { useEffect } from 'react';
import { useSession } from '../board/session.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { setObserving, useQuiet } from './quiet.ts';

export const QuietWork = () => {
  const { presence } = useSession();
  const { role } = useFacilitation();
  const quiet = useQuiet();
  useEffect(() => setObserving(role === 'observer'), [role]);
  useEffect(() => {
    presence.quiet(quiet);
    return () => presence.quiet(false);
  }, [presence, quiet]);
  return null;
};
