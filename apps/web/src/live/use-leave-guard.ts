import { useEffect } from 'react';
import type { LiveDocument } from './live-document.ts';
import { shouldAskBeforeLeaving } from './status.ts';

/** Asks before the tab closes with something that nothing else holds, or that nobody else has seen. */
export const useLeaveGuard = ({ status, quarantine }: LiveDocument): void => {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      const { refusals, keptOn } = quarantine.get();
      if (shouldAskBeforeLeaving(status.get()) || (refusals.length > 0 && keptOn === 'tab')) event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [status, quarantine]);
};
