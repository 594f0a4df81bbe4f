import { useEffect, useSyncExternalStore } from 'react';
import type { LiveConnection } from './connection.ts';
import { type LiveStatus, wouldLose } from './status.ts';

export const useLiveStatus = ({ status }: LiveConnection): LiveStatus =>
  useSyncExternalStore(status.subscribe, status.get);

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
