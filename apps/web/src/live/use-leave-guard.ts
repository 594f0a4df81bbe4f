import { useEffect } from 'react';
import type { LiveConnection } from './connection.ts';
import { wouldLose } from './status.ts';

/** Asks before the tab closes while it holds changes that nothing else does. */
export const useLeaveGuard = ({ status }: LiveConnection): void => {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (wouldLose(status.get())) event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [status]);
};
